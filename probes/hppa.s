/*
 * PA-RISC: write(1, marker, 10), then exit(argc).
 * The kernel gives argc in r25, which write needs, so r3 keeps it. The instruction behind a branch runs before the
 * jump is made. A branch leaves the address behind that instruction in its register, and the privilege level in
 * the two lowest bits, which the depi clears. System calls enter the kernel's page at 0x100, with the number in r20.
 */
	copy	%r25, %r3
	ldi	1, %r26
	b,l	here, %r25
	depi	0, 31, 2, %r25
here:
	ldo	marker - here(%r25), %r25
	ldi	10, %r24
	ble	0x100(%sr2, %r0)
	ldi	4, %r20			; write
	copy	%r3, %r26
	ble	0x100(%sr2, %r0)
	ldi	1, %r20			; exit
marker:
