/*
 * LoongArch: write(1, marker, 10), then exit(argc).
 * The kernel leaves argc where the stack pointer points. The assembler leaves references to a label to the
 * linker, so the way to the marker is written as a number.
 */
	addi.w	$a0, $zero, 1
	pcaddi	$a1, 7			# marker, in instructions, counted from this one
	addi.w	$a2, $zero, 10
	addi.w	$a7, $zero, 64		# write
	syscall	0
	ld.d	$a0, $sp, 0
	addi.w	$a7, $zero, 93		# exit
	syscall	0
marker:
