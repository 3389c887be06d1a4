/*
 * Xtensa, little-endian, without register windows: write(1, marker, 10), then exit(argc).
 * The kernel leaves argc where the stack pointer, a1, points. A call leaves the address behind it in a0 and reaches
 * multiples of four bytes only, so a byte lies between. The assembler leaves every call to the linker, so this one
 * is written as its bytes, and the way to the marker as a number.
 */
	.begin	no-transform
	.byte	0x05, 0x00, 0x00	# call0 here
	.byte	0
here:
	addi	a3, a0, 25		# marker, counted from the byte between
	movi	a6, 1
	movi	a4, 10
	movi	a2, 13			# write
	syscall
	l32i	a6, a1, 0
	movi	a2, 118			# exit
	syscall
	.end	no-transform
marker:
