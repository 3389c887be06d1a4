/*
 * MIPS before release 6, either byte order: write(1, marker, 10), then exit(argc).
 * ABI is O32, N32 or N64; each has its own numbers of system calls, and N64 alone has addresses of 64 bits.
 * The kernel leaves argc where the stack pointer points. A call leaves the address behind its delay slot in ra;
 * the instruction in the delay slot runs before the jump is made.
 */
	.set	noreorder
	O32 = 1
	N32 = 2
	N64 = 3

.if ABI == O32
	WRITE = 4004
	EXIT = 4001
.elseif ABI == N32
	WRITE = 6001
	EXIT = 6058
.else
	WRITE = 5001
	EXIT = 5058
.endif

	li	$v0, WRITE
	bal	here
	li	$a0, 1
here:
.if ABI == N64
	daddiu	$a1, $ra, marker - here
.else
	addiu	$a1, $ra, marker - here
.endif
	li	$a2, 10
	syscall
	li	$v0, EXIT
.if ABI == N64
	ld	$a0, 0($sp)
.else
	lw	$a0, 0($sp)
.endif
	syscall
marker:
