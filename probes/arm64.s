/*
 * 64-bit Arm: write(1, marker, 10), then exit(argc).
 * The kernel leaves argc where the stack pointer points. Instructions are little-endian whatever the data are.
 */
	mov	x0, 1
	adr	x1, marker
	mov	x2, 10
	mov	x8, 64			// write
	svc	0
	ldr	x0, [sp]
	mov	x8, 93			// exit
	svc	0
marker:
