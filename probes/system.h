/*
 * What the programs in C need to know of each architecture: how its kernel is called, and the numbers that they use.
 * START hands the stack pointer that the kernel gave to `run`, as its argument, and begins a stack at the end of a block of
 * 64 KiB (BLOCK). ADDRESS gives an address that leads to
 * a function, reckoned from its own, since nothing is left for a linker. CLONE is one piece, in which the new thread ends: it has no stack to return on.
 * Sources: syscall(2), the kernel's arch/<name>/include/uapi/asm and its tables of system calls.
 */
typedef unsigned long word;

#define BLOCK 65536

#define CALL static inline __attribute__((always_inline)) long

/* Numbers that all architectures share, on top of BASE. */
#define NR_clock_gettime64 403
#define NR_futex_time64 422
#define NR_close_range (BASE + 436)
#define NR_openat2 (BASE + 437)

#define O_CLOEXEC 02000000
#if defined(__arm__) || defined(__aarch64__) || defined(__powerpc__)
#define O_DIRECTORY 040000
#define O_NOFOLLOW 0100000
#else
#define O_DIRECTORY 0200000
#define O_NOFOLLOW 0400000
#endif

#define SIGILL 4
#define SIGSEGV 11
#if defined(__mips__)
#define SIGBUS 10
#define SIGUSR1 16
#define SA_SIGINFO 8
#define SIGSET_BYTES 16
#else
#define SIGBUS 7
#define SIGUSR1 10
#define SA_SIGINFO 4
#define SIGSET_BYTES 8
#endif
#define SA_RESTORER 0x04000000

#if defined(__x86_64__)
#define BASE 0
enum { NR_write = 1, NR_exit = 60, NR_exit_group = 231, NR_brk = 12, NR_mprotect = 10, NR_set_tid_address = 218,
	NR_uname = 63, NR_rt_sigaction = 13, NR_getpid = 39, NR_kill = 62, NR_clone = 56,
	NR_futex = 202, NR_close = 3, NR_unshare = 272, NR_chroot = 161,
	NR_chdir = 80, NR_execve = 59, NR_flock = 73 };
#define START "mov %rsp, %rdi\n and $-65536, %rsp\n call run\n" \
	"restore: mov $15, %eax\n syscall\n"
#define RESTORER
#define ADDRESS(to, name) __asm__("lea " name "(%%rip), %0" : "=r"(to))
CALL sys(long nr, word a, word b, word c, word d, word e) {
	long r;
	register word r10 __asm__("r10") = d, r8 __asm__("r8") = e;
	__asm__ volatile("syscall" : "=a"(r) : "a"(nr), "D"(a), "S"(b), "d"(c), "r"(r10), "r"(r8)
		: "rcx", "r11", "memory");
	return r;
}
CALL clone(word flags, word stack, word tid) {
	long r;
	register word r10 __asm__("r10") = tid, r8 __asm__("r8") = tid;
	__asm__ volatile("syscall\n test %0, %0\n jnz 1f\n xor %%edi, %%edi\n mov $60, %%eax\n syscall\n 1:"
		: "=a"(r) : "a"(NR_clone), "D"(flags), "S"(stack), "d"(tid), "r"(r10), "r"(r8) : "rcx", "r11", "memory");
	return r;
}

#elif defined(__i386__)
#define BASE 0
enum { NR_write = 4, NR_exit_group = 252, NR_brk = 45, NR_mprotect = 125, NR_set_tid_address = 258, NR_uname = 122,
	NR_rt_sigaction = 174, NR_getpid = 20, NR_kill = 37, NR_clone = 120, NR_futex = 240,
	NR_close = 6, NR_unshare = 310, NR_chroot = 61,
	NR_chdir = 12, NR_execve = 11, NR_flock = 143 };
#define START "mov %esp, %eax\n and $-65536, %esp\n sub $12, %esp\n push %eax\n call run\n" \
	"restore: mov $173, %eax\n int $0x80\n"
#define RESTORER
#define ADDRESS(to, name) __asm__("call 1f\n 1: pop %0\n add $" name " - 1b, %0" : "=r"(to))
CALL sys(long nr, word a, word b, word c, word d, word e) {
	long r;
	__asm__ volatile("int $0x80" : "=a"(r) : "a"(nr), "b"(a), "c"(b), "d"(c), "S"(d), "D"(e) : "memory");
	return r;
}
CALL clone(word flags, word stack, word tid) {
	long r;
	__asm__ volatile("int $0x80\n test %0, %0\n jnz 1f\n xor %%ebx, %%ebx\n mov $1, %%eax\n int $0x80\n 1:"
		: "=a"(r) : "a"(NR_clone), "b"(flags), "c"(stack), "d"(tid), "S"(tid), "D"(tid) : "memory");
	return r;
}

#elif defined(__aarch64__) || defined(__riscv) || defined(__loongarch__)
#define BASE 0
enum { NR_write = 64, NR_exit_group = 94, NR_brk = 214, NR_mprotect = 226, NR_set_tid_address = 96, NR_uname = 160,
	NR_rt_sigaction = 134, NR_getpid = 172, NR_kill = 129, NR_clone = 220, NR_close = 57, NR_unshare = 97, NR_chroot = 51,
	NR_chdir = 49, NR_execve = 221, NR_flock = 32,
#if defined(__riscv) && __riscv_xlen == 32
	NR_futex = NR_futex_time64
#else
	NR_futex = 98
#endif
};
#if defined(__aarch64__)
#define START "mov x0, sp\n and x1, x0, #-65536\n sub sp, x1, #64\n b run\n"
#define ADDRESS(to, name) __asm__("adr %0, " name : "=r"(to))
#define NUMBER "x8"
#define ARGUMENTS "x0", "x1", "x2", "x3", "x4"
#define TRAP "svc 0\n"
#define CHILD "cbnz x0, 1f\n mov x8, 93\n svc 0\n 1:"
#define SCRATCHED "memory"
#elif defined(__riscv)
#define START "mv a0, sp\n srli sp, sp, 16\n slli sp, sp, 16\n addi sp, sp, -64\n j run\n"
#define ADDRESS(to, name) __asm__("jal %0, 1f\n j " name "\n 1:" : "=r"(to))
#define NUMBER "a7"
#define ARGUMENTS "a0", "a1", "a2", "a3", "a4"
#define TRAP "ecall\n"
#define CHILD "bnez a0, 1f\n li a7, 93\n ecall\n 1:"
#define SCRATCHED "memory"
#else
#define START "move $a0, $sp\n bstrins.d $sp, $zero, 15, 0\n addi.d $sp, $sp, -64\n b run\n"
#define ADDRESS(to, name) __asm__("bl 1f\n b " name "\n 1: move %0, $ra" : "=r"(to) : : "$ra")
#define NUMBER "$a7"
#define ARGUMENTS "$a0", "$a1", "$a2", "$a3", "$a4"
#define TRAP "syscall 0\n"
#define CHILD "bnez $a0, 1f\n li.w $a7, 93\n syscall 0\n 1:"
#define SCRATCHED "$t0", "$t1", "$t2", "$t3", "$t4", "$t5", "$t6", "$t7", "$t8", "memory"
#endif
#define IN_REGISTERS(r0, r1, r2, r3, r4) \
	register word n __asm__(NUMBER) = nr, a0 __asm__(r0) = a, a1 __asm__(r1) = b, a2 __asm__(r2) = c, \
		a3 __asm__(r3) = d, a4 __asm__(r4) = e;
#define WITH(macro, ...) macro(__VA_ARGS__)
CALL sys(long nr, word a, word b, word c, word d, word e) {
	WITH(IN_REGISTERS, ARGUMENTS)
	__asm__ volatile(TRAP : "+r"(a0) : "r"(n), "r"(a1), "r"(a2), "r"(a3), "r"(a4) : SCRATCHED);
	return a0;
}
CALL clone(word a, word b, word c) {
	word nr = NR_clone, d = c, e = c;
	WITH(IN_REGISTERS, ARGUMENTS)
	__asm__ volatile(TRAP CHILD : "+r"(a0), "+r"(n) : "r"(a1), "r"(a2), "r"(a3), "r"(a4) : SCRATCHED);
	return a0;
}

#elif defined(__arm__)
#define BASE 0
enum { NR_write = 4, NR_exit_group = 248, NR_brk = 45, NR_mprotect = 125, NR_set_tid_address = 256, NR_uname = 122,
	NR_rt_sigaction = 174, NR_getpid = 20, NR_kill = 37, NR_clone = 120, NR_futex = 240,
	NR_close = 6, NR_unshare = 337, NR_chroot = 61,
	NR_chdir = 12, NR_execve = 11, NR_flock = 143, NR_set_tls = 0xf0005 };
#define START "mov r0, sp\n lsr r1, r0, #16\n lsl sp, r1, #16\n sub sp, sp, #64\n b run\n"
#define ADDRESS(to, name) __asm__("adr %0, " name : "=r"(to))
CALL sys(long nr, word a, word b, word c, word d, word e) {
	register word n __asm__("r7") = nr, a0 __asm__("r0") = a, a1 __asm__("r1") = b, a2 __asm__("r2") = c,
		a3 __asm__("r3") = d, a4 __asm__("r4") = e;
	__asm__ volatile("svc 0" : "+r"(a0) : "r"(n), "r"(a1), "r"(a2), "r"(a3), "r"(a4) : "memory");
	return a0;
}
CALL clone(word flags, word stack, word tid) {
	register word n __asm__("r7") = NR_clone, a0 __asm__("r0") = flags, a1 __asm__("r1") = stack,
		a2 __asm__("r2") = tid, a3 __asm__("r3") = tid, a4 __asm__("r4") = tid;
	__asm__ volatile("svc 0\n cmp r0, #0\n bne 1f\n mov r7, #1\n svc 0\n 1:"
		: "+r"(a0), "+r"(n) : "r"(a1), "r"(a2), "r"(a3), "r"(a4) : "cc", "memory");
	return a0;
}

#elif defined(__powerpc__)
#define BASE 0
enum { NR_write = 4, NR_exit_group = 234, NR_brk = 45, NR_mprotect = 125, NR_set_tid_address = 232, NR_uname = 122,
	NR_rt_sigaction = 173, NR_getpid = 20, NR_kill = 37, NR_clone = 120, NR_futex = 221,
	NR_close = 6, NR_unshare = 282, NR_chroot = 61,
	NR_chdir = 12, NR_execve = 11, NR_flock = 143 };
#if defined(__powerpc64__)
#define START "mr 3, 1\n rldicr 1, 1, 0, 47\n stdu 1, -112(1)\n b run\n"
#else
#define START "mr 3, 1\n rlwinm 1, 1, 0, 0, 15\n stwu 1, -32(1)\n b run\n"
#endif
#define ADDRESS(to, name) __asm__("bcl 20, 31, 1f\n 1: mflr %0\n addi %0, %0, " name " - 1b" : "=b"(to) : : "lr")
CALL sys(long nr, word a, word b, word c, word d, word e) {
	register word n __asm__("r0") = nr, a0 __asm__("r3") = a, a1 __asm__("r4") = b, a2 __asm__("r5") = c,
		a3 __asm__("r6") = d, a4 __asm__("r7") = e;
	__asm__ volatile("sc\n bns+ 1f\n neg 3, 3\n 1:" : "+r"(a0), "+r"(n), "+r"(a1), "+r"(a2), "+r"(a3), "+r"(a4)
		: : "r8", "r9", "r10", "r11", "r12", "cr0", "ctr", "xer", "memory");
	return a0;
}
CALL clone(word flags, word stack, word tid) {
	register word n __asm__("r0") = NR_clone, a0 __asm__("r3") = flags, a1 __asm__("r4") = stack,
		a2 __asm__("r5") = tid, a3 __asm__("r6") = tid, a4 __asm__("r7") = tid;
	__asm__ volatile("sc\n bns+ 1f\n neg 3, 3\n 1: cmpwi 3, 0\n bne 2f\n li 0, 1\n sc\n 2:"
		: "+r"(a0), "+r"(n), "+r"(a1), "+r"(a2), "+r"(a3), "+r"(a4)
		: : "r8", "r9", "r10", "r11", "r12", "cr0", "ctr", "xer", "memory");
	return a0;
}

#elif defined(__s390x__)
#define BASE 0
enum { NR_write = 4, NR_exit_group = 248, NR_brk = 45, NR_mprotect = 125, NR_set_tid_address = 252, NR_uname = 122,
	NR_rt_sigaction = 174, NR_getpid = 20, NR_kill = 37, NR_clone = 120, NR_futex = 238,
	NR_close = 6, NR_unshare = 303, NR_chroot = 61,
	NR_chdir = 12, NR_execve = 11, NR_flock = 143 };
#define START "lgr %r2, %r15\n nill %r15, 0\n aghi %r15, -160\n j run\n restore: svc 173\n"
#define RESTORER
#define ADDRESS(to, name) __asm__("larl %0, " name : "=a"(to))
CALL sys(long nr, word a, word b, word c, word d, word e) {
	register word n __asm__("r1") = nr, a0 __asm__("r2") = a, a1 __asm__("r3") = b, a2 __asm__("r4") = c,
		a3 __asm__("r5") = d, a4 __asm__("r6") = e;
	__asm__ volatile("svc 0" : "+d"(a0) : "d"(n), "d"(a1), "d"(a2), "d"(a3), "d"(a4) : "memory");
	return a0;
}
CALL clone(word flags, word stack, word tid) {
	register word n __asm__("r1") = NR_clone, a0 __asm__("r2") = stack, a1 __asm__("r3") = flags,
		a2 __asm__("r4") = tid, a3 __asm__("r5") = tid, a4 __asm__("r6") = tid;
	__asm__ volatile("svc 0\n ltgr %%r2, %%r2\n jne 1f\n svc 1\n 1:"
		: "+d"(a0) : "d"(n), "d"(a1), "d"(a2), "d"(a3), "d"(a4) : "cc", "memory");
	return a0;
}

#elif defined(__mips__)
#if defined(__mips64)
#define BASE 5000
enum { NR_write = 5001, NR_exit_group = 5205, NR_brk = 5012, NR_mprotect = 5010, NR_set_tid_address = 5212,
	NR_uname = 5061, NR_rt_sigaction = 5013, NR_getpid = 5038, NR_kill = 5060, NR_clone = 5055,
	NR_futex = 5194, NR_close = 5003, NR_unshare = 5262, NR_chroot = 5156,
	NR_chdir = 5078, NR_execve = 5057, NR_flock = 5071, NR_set_tls = 5242 };
#define EXIT "5058"
#define START ".set noreorder\n move $4, $29\n dsrl $29, $29, 16\n dsll $29, $29, 16\n daddiu $29, $29, -32\n b run\n nop\n .set reorder\n"
#else
#define BASE 4000
enum { NR_write = 4004, NR_exit_group = 4246, NR_brk = 4045, NR_mprotect = 4125, NR_set_tid_address = 4252,
	NR_uname = 4122, NR_rt_sigaction = 4194, NR_getpid = 4020, NR_kill = 4037, NR_clone = 4120,
	NR_futex = 4238, NR_close = 4006, NR_unshare = 4303, NR_chroot = 4061,
	NR_chdir = 4012, NR_execve = 4011, NR_flock = 4143, NR_set_tls = 4283 };
#define EXIT "4001"
#define START ".set noreorder\n move $4, $29\n srl $29, $29, 16\n sll $29, $29, 16\n addiu $29, $29, -32\n b run\n nop\n .set reorder\n"
#endif
#define ADDRESS(to, name) __asm__(".set noreorder\n bal 1f\n nop\n b " name "\n nop\n 1: move %0, $31\n .set reorder" \
	: "=r"(to) : : "$31")
#define SCRATCHED "$1", "$3", "$9", "$10", "$11", "$12", "$13", "$14", "$15", "$24", "$25", "hi", "lo", "memory"
#if defined(__mips64)
/* The fifth argument is the ninth register in this ABI. */
#define FIFTH "$8"
#define PUSH
#define POP
#else
/* The fifth argument lies on the stack in this ABI. */
#define FIFTH "$8"
#define PUSH "subu $29, $29, 32\n sw $8, 16($29)\n"
#define POP "addiu $29, $29, 32\n"
#endif
CALL sys(long nr, word a, word b, word c, word d, word e) {
	register word n __asm__("$2") = nr, a0 __asm__("$4") = a, a1 __asm__("$5") = b, a2 __asm__("$6") = c,
		a3 __asm__("$7") = d, a4 __asm__(FIFTH) = e;
	__asm__ volatile(PUSH "syscall\n" POP : "+r"(n), "+r"(a3), "+r"(a4) : "r"(a0), "r"(a1), "r"(a2) : SCRATCHED);
	return a3 ? -n : n;
}
CALL clone(word flags, word stack, word tid) {
	register word n __asm__("$2") = NR_clone, a0 __asm__("$4") = flags, a1 __asm__("$5") = stack,
		a2 __asm__("$6") = tid, a3 __asm__("$7") = tid, a4 __asm__(FIFTH) = tid;
	__asm__ volatile(".set noreorder\n" PUSH "syscall\n bnez $2, 1f\n nop\n li $2, " EXIT "\n syscall\n 1: " POP
		".set reorder" : "+r"(n), "+r"(a3), "+r"(a4), "+r"(a0) : "r"(a1), "r"(a2) : SCRATCHED);
	return a3 ? -n : n;
}
#endif
