/*
 * PowerPC, BITS wide, either byte order: write(1, marker, 10), then exit(argc).
 * The kernel leaves argc where the stack pointer, r1, points. A branch to the next instruction leaves its address
 * in the link register; this form of it is the one that processors do not take for a call.
 */
	li	%r0, 4			# write
	li	%r3, 1
	bcl	20, 31, here
here:
	mflr	%r4
	addi	%r4, %r4, marker - here
	li	%r5, 10
	sc
	li	%r0, 1			# exit
.if BITS == 64
	ld	%r3, 0(%r1)
.else
	lwz	%r3, 0(%r1)
.endif
	sc
marker:
