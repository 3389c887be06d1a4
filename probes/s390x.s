/*
 * IBM Z: write(1, marker, 10), then exit(argc).
 * The kernel leaves argc where the stack pointer, r15, points.
 */
	lghi	%r2, 1
	larl	%r3, marker
	lghi	%r4, 10
	svc	4			# write
	lg	%r2, 0(%r15)
	svc	1			# exit
marker:
