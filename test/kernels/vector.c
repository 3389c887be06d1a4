/*
 * A program without a library that adds and multiplies more numbers than fit a register. Compiled for a level of a CPU, its
 * loops use what that level brings, and it dies of an illegal instruction below it. It writes the sum and ends with 0.
 */
enum { COUNT = 256 };

#if defined(__x86_64__)
#define START __attribute__((force_align_arg_pointer, noreturn))
enum { NR_write = 1, NR_exit = 60 };
static void call(long number, long a, long b, long c) {
	__asm__ volatile("syscall" : "+a"(number) : "D"(a), "S"(b), "d"(c) : "rcx", "r11", "memory");
}
#else
#define START __attribute__((noreturn))
enum { NR_write = 64, NR_exit = 93 };
static void call(long number, long a, long b, long c) {
	register long n __asm__("a7") = number, a0 __asm__("a0") = a, a1 __asm__("a1") = b, a2 __asm__("a2") = c;
	__asm__ volatile("ecall" : "+r"(a0) : "r"(n), "r"(a1), "r"(a2) : "memory");
}
#endif

START void _start(void) {
	/* Not known to the compiler, which would do the sums itself. */
	volatile int one = 1;
	int left[COUNT], right[COUNT];
	float scaled[COUNT];
	int step = one, sum = 0;
	float all = 0;
	for (int at = 0; at < COUNT; at++) left[at] = at * step, right[at] = COUNT - at * step;
	for (int at = 0; at < COUNT; at++) scaled[at] = (float)left[at] * 0.5f + (float)step;
	for (int at = 0; at < COUNT; at++) sum += left[at] * right[at];
	for (int at = 0; at < COUNT; at++) all += scaled[at];
	sum += (int)all;
	char text[16];
	int length = sizeof text;
	text[--length] = '\n';
	for (; sum > 0; sum /= 10) text[--length] = '0' + sum % 10;
	call(NR_write, 1, (long)(text + length), sizeof text - length);
	call(NR_exit, 0, 0, 0);
	__builtin_unreachable();
}
