/*
 * 32-bit x86: write(1, marker, 10), then exit(argc).
 * The kernel leaves argc where the stack pointer points. A call to the next instruction tells its address.
 */
	.intel_syntax noprefix

	mov	eax, 4			# write
	mov	ebx, 1
	call	here
here:
	pop	ecx
	add	ecx, marker - here
	mov	edx, 10
	int	0x80
	mov	eax, 1			# exit
	mov	ebx, [esp]
	int	0x80
marker:
