/*
 * MIPS with the ABI N32, either byte order: write(1, marker, 10), then exit(argc).
 * The kernel leaves argc where the stack pointer points. A call leaves the address behind its delay slot in ra;
 * the instruction in the delay slot runs before the jump is made.
 */
	.set	noreorder

	li	$v0, 6001		# write
	bal	here
	li	$a0, 1
here:
	addiu	$a1, $ra, marker - here
	li	$a2, 10
	syscall
	li	$v0, 6058		# exit
	lw	$a0, 0($sp)
	syscall
marker:
