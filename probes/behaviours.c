/*
 * The probe of the architectures that containers are made for: does one thing after the other that programs do, then
 * writes the marker, a letter for each thing that went well, and the level of its CPU, and exits with argc. What each
 * letter means is in src/probe/behaviours.ts. A step that crashes ends the program there: the letters of the steps before
 * it are written all the same.
 *
 * It has no data and calls no library: all that it writes to is on its stack.
 */
#include "system.h"

#define AT_PHDR 3
#define AT_PAGESZ 6
#define AT_RANDOM 25
#define PT_LOAD 1
#define GROWTH 0x41000

#define FUTEX_WAIT 0
/* VM, FS, FILES, SIGHAND, THREAD, SYSVSEM, PARENT_SETTID, CHILD_CLEARTID. */
#define THREAD 0x350f00

#define AT_FDCWD (-100)
#define RESOLVE_BENEATH 8

#define UNUSED 0x7fffffff

#define STEP static inline __attribute__((always_inline)) int

/* All that is written to. It lies where the block begins whose end is the stack, so that handlers of signals find it, too. */
struct scratch {
	int said;
	int argc;
	volatile int signalled;
	volatile int tid;
	char text[64];
	word area[8];
};

static inline __attribute__((always_inline)) void say(struct scratch *at, char letter) {
	at->text[at->said++] = letter;
	/* It has to be there when the next step crashes. */
	__asm__ volatile("" : : : "memory");
}

/* Writes what is known, and ends. */
static inline __attribute__((always_inline, noreturn)) void end(struct scratch *at) {
	say(at, '\n');
	sys(NR_write, 1, (word)at->text, at->said, 0, 0);
	sys(NR_exit_group, at->argc, 0, 0, 0, 0);
	__builtin_unreachable();
}

static inline __attribute__((always_inline)) struct scratch *scratch(void) {
	return (struct scratch *)((word)__builtin_frame_address(0) & -(word)BLOCK);
}

/* The handler of crashes. */
__attribute__((used)) static void crashed(void) {
	end(scratch());
}

/* The handler of a signal that was sent: it returns. */
__attribute__((used)) static void heard(void) {
	scratch()->signalled = 1;
}

static inline __attribute__((always_inline)) void prepare(word *action, word handler) {
#if defined(__mips__)
	*(unsigned *)action = SA_SIGINFO;
	action[1] = handler;
#else
	action[0] = handler;
	action[1] = SA_SIGINFO;
#endif
	action[2] = action[3] = action[4] = action[5] = 0;
#if defined(RESTORER)
	word restorer;
	ADDRESS(restorer, "restore");
	action[1] |= SA_RESTORER;
	action[2] = restorer;
#endif
}

static inline __attribute__((always_inline)) long handle(int number, word *action) {
	return sys(NR_rt_sigaction, number, (word)action, 0, SIGSET_BYTES, 0);
}

/* What a C library does before main: its own headers, a random number, the kernel's name, the thread that it is. */
STEP starts(struct scratch *at, word *auxv) {
	word headers = 0, page = 0, random = 0;
	for (; auxv[0] != 0; auxv += 2) {
		if (auxv[0] == AT_PHDR) headers = auxv[1];
		if (auxv[0] == AT_PAGESZ) page = auxv[1];
		if (auxv[0] == AT_RANDOM) random = auxv[1];
	}
	if (headers == 0 || page == 0 || random == 0) return 0;
	if (*(unsigned *)headers != PT_LOAD) return 0;
	/* Byte by byte: it need not be aligned, and not every CPU reads a word that is not. */
	char any = 0;
	for (int at = 0; at < 8; at++) any |= ((volatile char *)random)[at];
	if (any == 0) return 0;
	/* Six texts of 65 letters, of which the third begins with the kernel's version. */
	char names[6 * 65];
	if (sys(NR_uname, (word)names, 0, 0, 0, 0) < 0 || names[130] < '3') return 0;
	if (sys(NR_set_tid_address, (word)&at->tid, 0, 0, 0, 0) <= 0) return 0;
#if defined(__x86_64__)
	word base = (word)at->area, read;
	at->area[0] = UNUSED;
	if (sys(158, 0x1002, base, 0, 0, 0) < 0) return 0;
	__asm__ volatile("mov %%fs:0, %0" : "=r"(read));
	if (read != UNUSED) return 0;
#elif defined(__arm__) || defined(__mips__)
	if (sys(NR_set_tls, (word)at->area, 0, 0, 0, 0) < 0) return 0;
#endif
	/* As for what is only read once the program has begun. */
	word heap = sys(NR_brk, 0, 0, 0, 0, 0);
	if ((word)sys(NR_brk, heap + 2 * page, 0, 0, 0, 0) != heap + 2 * page) return 0;
	return sys(NR_mprotect, (heap + page - 1) & -page, page, 1, 0, 0) == 0;
}

STEP grows(void) {
	word before = sys(NR_brk, 0, 0, 0, 0, 0);
	word after = before + GROWTH;
	if ((word)sys(NR_brk, after, 0, 0, 0, 0) != after) return 0;
	volatile char *last = (volatile char *)after - 1;
	if (*last != 0) return 0;
	*last = 1;
	return *last;
}

STEP threads(struct scratch *at) {
#if defined(__riscv) && __riscv_xlen == 32
	volatile long long limit[2];
#else
	volatile long limit[2];
#endif
	limit[0] = 1, limit[1] = 0;
	at->tid = UNUSED;
	if (clone(THREAD, (word)at + BLOCK / 2, (word)&at->tid) <= 0) return 0;
	for (int tries = 0; tries < 3; tries++) {
		int now = at->tid;
		if (now == 0) return 1;
		sys(NR_futex, (word)&at->tid, FUTEX_WAIT, now, (word)limit, 0);
	}
	return at->tid == 0;
}

STEP opens(struct scratch *at) {
	unsigned long long *how = (unsigned long long *)at->area;
	how[0] = O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;
	how[1] = 0;
	how[2] = RESOLVE_BENEATH;
	at->text[62] = '.';
	at->text[63] = 0;
	long file = sys(NR_openat2, AT_FDCWD, (word)(at->text + 62), (word)how, 24, 0);
	return file >= 0 && sys(NR_close, file, 0, 0, 0, 0) == 0;
}

#if defined(__x86_64__)
#define ALL(value, bits) (((value) & (bits)) == (bits))
#define CPUID(leaf, a, b, c) __asm__("cpuid" : "=a"(a), "=b"(b), "=c"(c) : "a"(leaf), "c"(0) : "rdx")

/* The levels of the x86-64 psABI, by the features that it lists. One without leaf 7 is of the first, as BuildKit has it. */
STEP level(void) {
	unsigned a, b, c, extended, features;
	CPUID(0, a, b, c);
	if (a < 7) return 1;
	CPUID(0x80000000, a, b, c);
	if (a < 0x80000001) return 1;
	CPUID(0x80000001, a, b, extended);
	CPUID(1, a, b, features);
	if (!ALL(features, 1 << 0 | 1 << 9 | 1 << 13 | 1 << 19 | 1 << 20 | 1 << 23) || !ALL(extended, 1)) return 1;
	CPUID(7, a, b, c);
	if (!ALL(features, 1 << 12 | 1 << 22 | 1 << 27 | 1 << 28 | 1 << 29) || !ALL(extended, 1 << 5)) return 2;
	if (!ALL(b, 1 << 3 | 1 << 5 | 1 << 8)) return 2;
	__asm__("xgetbv" : "=a"(a) : "c"(0) : "rdx");
	if (!ALL(a, 0x6)) return 2;
	return ALL(a, 0xe6) && ALL(b, 1u << 16 | 1u << 17 | 1u << 28 | 1u << 30 | 1u << 31) ? 4 : 3;
}
#endif

__attribute__((used, noreturn)) static void run(word *stack) {
	struct scratch *at = scratch();
	word handler;
	at->argc = *(long *)stack;
	at->signalled = 0;
	/* Letter by letter: a text would be data. */
	volatile char *marker = at->text;
	*marker++ = 'b', *marker++ = 'i', *marker++ = 'n', *marker++ = 'f', *marker++ = 'm', *marker++ = 't';
	*marker++ = '-', *marker++ = 'o', *marker++ = 'k', *marker++ = '\n';
	at->said = 10;

	ADDRESS(handler, "crashed");
	prepare(at->area, handler);
	handle(SIGILL, at->area);
	handle(SIGSEGV, at->area);
	handle(SIGBUS, at->area);

	word *environment = stack + 1 + at->argc + 1;
	while (*environment != 0) environment++;
	if (starts(at, environment + 1)) say(at, 'c');
	if (grows()) say(at, 'b');
	ADDRESS(handler, "heard");
	prepare(at->area, handler);
	if (handle(SIGUSR1, at->area) == 0 &&
		sys(NR_kill, sys(NR_getpid, 0, 0, 0, 0, 0), SIGUSR1, 0, 0, 0) == 0 && at->signalled == 1)
		say(at, 's');
	/* A thread takes as long as all else together: it is asked for. */
	char **arguments = (char **)(stack + 1);
	if (at->argc > 1 && *arguments[1] == 't' && threads(at)) say(at, 't');
	if (opens(at)) say(at, 'o');
	/* Of no file: there is none of this number. */
	if (sys(NR_close_range, UNUSED, UNUSED, 0, 0, 0) == 0) say(at, 'r');
#if __SIZEOF_POINTER__ == 4
	if (sys(NR_clock_gettime64 + BASE, 0, (word)at->area, 0, 0, 0) == 0) say(at, 'w');
#endif
#if defined(__x86_64__)
	say(at, '0' + level());
#elif defined(__arm__)
	/* rev came with ARMv6, movw with ARMv7. */
	say(at, '5');
	__asm__ volatile(".word 0xe6bf0f30" : : : "r0");
	at->said--, say(at, '6');
	__asm__ volatile(".word 0xe3000001" : : : "r0");
	at->said--, say(at, '7');
#elif defined(__riscv) && __riscv_xlen == 64
	/* Of what RVA23 requires and RVA20 does not: andn (Zbb), czero.eqz (Zicond), vsetvli (V). */
	__asm__ volatile(".word 0x40b57533\n .word 0x0eb55533\n .word 0x0d0572d7" : : : "a0", "t0");
	say(at, 'v');
#endif
	end(at);
}

__asm__(".text\n .globl _start\n _start:\n" START);
