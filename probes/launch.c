/*
 * Starts a program and nothing else in its place: a file that the kernel refuses is not handed to a shell, as execvp(3)
 * and many a tool do. Arguments: how, a folder, the program, and the program's own arguments. `how` is "plain", "root" for
 * a chroot, which takes root, or "user" for a chroot in a user namespace of its own. With "lock" it locks its file
 * number 3, as flock(1) does, and ends with 0.
 *
 * Where that fails it writes which step failed and the errno, as "e 008": n for the namespace, c for the chroot, e for
 * execve. It ends with 127 where there is no such file, with 126 where the kernel refused the program, and with 125 before.
 */
#include "system.h"

#define CLONE_NEWUSER 0x10000000
#define ENOENT 2
#define LOCK_EX 2

struct scratch {
	char text[32];
	int said;
};

static inline __attribute__((always_inline)) void put(struct scratch *at, char letter) {
	at->text[at->said++] = letter;
	__asm__ volatile("" : : : "memory");
}

__attribute__((used, noreturn)) static void run(word *stack) {
	struct scratch *at = (struct scratch *)((word)__builtin_frame_address(0) & -(word)BLOCK);
	word count = stack[0];
	char **arguments = (char **)(stack + 1);
	char how = *arguments[1], step = 'n';
	long result = 0;
	at->said = 0;
	if (how == 'l') sys(NR_exit_group, sys(NR_flock, 3, LOCK_EX, 0, 0, 0) == 0 ? 0 : 124, 0, 0, 0, 0);
	if (how == 'u') result = sys(NR_unshare, CLONE_NEWUSER, 0, 0, 0, 0);
	if (result == 0) step = 'c';
	at->text[30] = '/', at->text[31] = 0;
	if (result == 0 && how != 'p') result = sys(NR_chroot, (word)arguments[2], 0, 0, 0, 0);
	if (result == 0 && how != 'p') result = sys(NR_chdir, (word)(at->text + 30), 0, 0, 0, 0);
	if (result == 0) {
		step = 'e';
		result = sys(NR_execve, (word)arguments[3], (word)(arguments + 3), (word)(arguments + count + 1), 0, 0);
	}
	put(at, step), put(at, ' ');
	int number = -result;
	/* Not by division, which some of these CPUs have not. */
	for (int unit = 100; unit > 0; unit = unit == 100 ? 10 : unit == 10) {
		char digit = '0';
		for (; number >= unit; digit++) {
			number -= unit;
			__asm__ volatile("" : "+r"(number));
		}
		put(at, digit);
	}
	put(at, '\n');
	sys(NR_write, 2, (word)at->text, at->said, 0, 0);
	sys(NR_exit_group, step != 'e' ? 125 : result == -ENOENT ? 127 : 126, 0, 0, 0, 0);
	__builtin_unreachable();
}

__asm__(".text\n .globl _start\n _start:\n" START);
