/*
 * x86-64: write(1, marker, 10), then exit(argc).
 * The kernel leaves argc where the stack pointer points.
 */
	.intel_syntax noprefix

	mov	eax, 1			# write
	mov	edi, 1
	lea	rsi, [rip + marker]
	mov	edx, 10
	syscall
	mov	eax, 60			# exit
	mov	edi, [rsp]
	syscall
marker:
