# What a neighbour without root does, in Perl because every Debian has it and it reaches all system calls.
# It says "ready" when it watches, then a line for each deed, and ends with its input, or after 120 s.
use strict;
use warnings;

my $machine = (split ' ', `uname -m`)[0];
# System call numbers: renameat2, inotify_init1, inotify_add_watch (asm/unistd.h).
my ($RENAMEAT2, $INIT, $WATCH) = $machine eq 'aarch64' ? (276, 26, 27) : (316, 294, 254);
my ($AT_FDCWD, $RENAME_EXCHANGE) = (-100, 2);
my %EVENT = (open => 0x20, close => 0x10, create => 0x100, moved => 0x80, modify => 0x2);

$| = 1;
alarm 120;
my $mode = shift;
if ($mode eq 'hold') { hold(@ARGV) }
elsif ($mode eq 'when') { when(@ARGV) }
elsif ($mode eq 'pipe') { pipe_of() }
elsif ($mode eq 'deep') { deep(@ARGV) }
elsif ($mode eq 'many') { many(@ARGV) }
else { die "no mode $mode\n" }

sub exchange {
  my ($one, $other) = @_;
  return syscall($RENAMEAT2, $AT_FDCWD, $one, $AT_FDCWD, $other, $RENAME_EXCHANGE) == 0;
}

sub watch {
  my ($path, $mask) = @_;
  my $fd = syscall($INIT, 0);
  die "inotify: $!\n" if $fd < 0;
  die "$path: $!\n" if syscall($WATCH, $fd, $path, $mask) < 0;
  open(my $events, '<&=', $fd) or die "$!\n";
  return $events;
}

# Calls back with the name of each event that comes.
sub each_event {
  my ($events, $take) = @_;
  while (sysread($events, my $buffer, 65536)) {
    while (length $buffer) {
      my (undef, $mask, undef, $length) = unpack 'iIII', $buffer;
      my $name = unpack 'Z*', substr($buffer, 16, $length);
      substr($buffer, 0, 16 + $length, '');
      $take->($name, $mask);
    }
  }
}

# Holds the lock of a folder or a file.
sub hold {
  my ($path) = @_;
  open(my $file, '<', $path) or die "$path: $!\n";
  flock($file, 2) or die "$path: $!\n";
  print "ready\n";
  <STDIN>;
}

# Keeps a pipe open that nobody writes to, and says where it can be opened.
sub pipe_of {
  pipe(my $read, my $write) or die "$!\n";
  print "ready /proc/$$/fd/", fileno($read), "\n";
  <STDIN>;
}

# Makes folders in each other, deeper than any path is long.
sub deep {
  my ($path, $count) = @_;
  mkdir $path or die "$path: $!\n";
  chdir $path or die "$path: $!\n";
  for (1 .. $count) {
    mkdir 'd' or die "$!\n";
    chdir 'd' or die "$!\n";
  }
  print "ready\n";
}

# Gives as many names to a file as are asked for, which look like those of a process that has ended.
sub many {
  my ($folder, $prefix, $count) = @_;
  my $space = (stat '/proc/self/ns/pid')[1];
  my $file;
  for my $number (0 .. $count - 1) {
    my $name = "$folder/$prefix$space-1-0-$number";
    # A file has no more than 65,000 names on some file systems.
    if ($number % 60000 == 0) { open(my $made, '>', $file = $name) or die "$name: $!\n" }
    else { link($file, $name) or die "$name: $!\n" }
  }
  print "ready\n";
}

# when PATH EVENTS PREFIX COUNT DEED...
# Watches a file, or a folder for names with a prefix. What happens for the COUNT-th time (0: each time) is answered
# with the deed; %N in it stands for the name:
#   exchange ONE OTHER   makes two paths change places
#   trap PLACE TRAP PART...   exchanges PLACE with a folder that holds these parts (link:NAME=TARGET, file:NAME=SOURCE);
#     TRAP lies beside PLACE, since the kernel lets nobody move a folder of somebody else elsewhere
#   append FILE   writes to the end of a file
sub when {
  my ($path, $kinds, $prefix, $wanted, $deed, $place, $other, @parts) = @_;
  my $mask = 0;
  $mask |= $EVENT{$_} for split /,/, $kinds;
  my $events = watch($path, $mask);
  my ($seen, $done) = (0, 0);
  # What does not depend on the name is there before it is needed.
  my @early = grep { !/%N/ } @parts;
  my @late = grep { /%N/ } @parts;
  fill("$other.0", @early) if $deed eq 'trap';
  print "ready\n";
  each_event($events, sub {
    my ($name) = @_;
    return if index($name, $prefix) != 0;
    $seen++;
    return if $wanted != 0 && $seen != $wanted;
    (my $where = $place) =~ s/%N/$name/g;
    if ($deed eq 'append') {
      open(my $out, '>>', $where) or return print "missed: $!\n";
      print $out 'changed after the check';
      close $out;
      return print "changed $where\n";
    }
    my $trap = $deed eq 'trap' ? "$other.$done" : $other;
    fill($trap, map { my $part = $_; $part =~ s/%N/$name/g; $part } @late) if @late;
    my $answer = exchange($where, $trap) ? "exchanged $where\n" : "missed $where: $!\n";
    print $answer;
    $done++;
    fill("$other.$done", @early) if $deed eq 'trap';
  });
}

sub fill {
  my ($folder, @parts) = @_;
  mkdir $folder;
  chmod 0777, $folder;
  for (@parts) {
    my ($kind, $name, $target) = /^(\w+):([^=]+)=(.*)$/s or die "no part $_\n";
    my @steps = split m{/}, $name;
    for my $depth (0 .. $#steps - 1) {
      my $inner = join '/', $folder, @steps[0 .. $depth];
      mkdir $inner;
      chmod 0777, $inner;
    }
    if ($kind eq 'link') { symlink($target, "$folder/$name") or die "$name: $!\n" }
    else { system('cp', $target, "$folder/$name") == 0 or die "$name: $!\n" }
  }
}
