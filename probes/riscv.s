/*
 * RISC-V, BITS wide: write(1, marker, 10), then exit(argc).
 * The kernel leaves argc where the stack pointer points. The assembler leaves references to a label to the
 * linker, so the way to the marker is written as a number.
 */
	li	a0, 1
	auipc	a1, 0
	addi	a1, a1, 32		# marker, counted from the auipc
	li	a2, 10
	li	a7, 64			# write
	ecall
.if BITS == 64
	ld	a0, 0(sp)
.else
	lw	a0, 0(sp)
.endif
	li	a7, 93			# exit
	ecall
marker:
