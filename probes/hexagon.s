/*
 * Hexagon: write(1, marker, 10), then exit(argc).
 * The kernel leaves argc where the stack pointer, r29, points. The assembler leaves references to a label
 * to the linker, so the way to the marker is written as a number.
 */
	{ r0 = #1 }
	{ r1 = add(pc, #28) }		// marker, counted from this instruction
	{ r2 = #10 }
	{ r6 = #64 }			// write
	{ trap0(#1) }
	{ r0 = memw(r29 + #0) }
	{ r6 = #93 }			// exit
	{ trap0(#1) }
marker:
