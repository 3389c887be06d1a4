/** The machine code of the probes, in hex: one program for each target. It finds the marker behind its last byte, at any address. */

/**
 * Each program does `write(1, marker, 10)` and `exit(argc)`: argc lies at the stack pointer when a program
 * begins (in a register on hppa, above the register window on sparc). The comment over each is its assembly.
 */
export const MACHINE_CODE = {
  // mov eax,1; mov edi,1; lea rsi,[rip+marker]; mov edx,10; syscall; mov eax,60; mov edi,[rsp]; syscall
  amd64: 'b801000000bf01000000488d3511000000ba0a0000000f05b83c0000008b3c240f05',
  // mov eax,4; mov ebx,1; call .+5; pop ecx; add ecx,24; mov edx,10; int 0x80; mov eax,1; mov ebx,[esp]; int
  // 0x80
  '386': 'b804000000bb01000000e8000000005981c118000000ba0a000000cd80b8010000008b1c24cd80',
  // mov x0,1; adr x1,marker; mov x2,10; mov x8,64; svc 0; ldr x0,[sp]; mov x8,93; svc 0
  arm64: '200080d2e1000010420180d2080880d2010000d4e00340f9a80b80d2010000d4',
  // mov x0,1; adr x1,marker; mov x2,10; mov x8,64; svc 0; ldr x0,[sp]; mov x8,93; svc 0 (code stays little)
  arm64be: '200080d2e1000010420180d2080880d2010000d4e00340f9a80b80d2010000d4',
  // mov r0,1; adr r1,marker; mov r2,10; mov r7,4; svc 0; ldr r0,[sp]; mov r7,1; svc 0
  arm: '0100a0e314108fe20a20a0e30470a0e3000000ef00009de50170a0e3000000ef',
  // mov r0,1; adr r1,marker; mov r2,10; mov r7,4; svc 0; ldr r0,[sp]; mov r7,1; svc 0 (BE8: code stays
  // little)
  armbe: '0100a0e314108fe20a20a0e30470a0e3000000ef00009de50170a0e3000000ef',
  // li a0,1; auipc a1,0; addi a1,a1,32; li a2,10; li a7,64; ecall; ld a0,0(sp); li a7,93; ecall
  riscv64: '1305100097050000938505021306a0009308000473000000033501009308d00573000000',
  // li a0,1; auipc a1,0; addi a1,a1,32; li a2,10; li a7,64; ecall; lw a0,0(sp); li a7,93; ecall
  riscv32: '1305100097050000938505021306a0009308000473000000032501009308d00573000000',
  // li r0,4; li r3,1; bcl 20,31,.+4; mflr r4; addi r4,r4,28; li r5,10; sc; li r0,1; ld r3,0(r1); sc
  ppc64le: '040000380100603805009f42a602887c1c0084380a00a0380200004401000038000061e802000044',
  // li r0,4; li r3,1; bcl 20,31,.+4; mflr r4; addi r4,r4,28; li r5,10; sc; li r0,1; ld r3,0(r1); sc
  ppc64: '3800000438600001429f00057c8802a63884001c38a0000a4400000238000001e861000044000002',
  // li r0,4; li r3,1; bcl 20,31,.+4; mflr r4; addi r4,r4,28; li r5,10; sc; li r0,1; lwz r3,0(r1); sc
  ppc: '3800000438600001429f00057c8802a63884001c38a0000a44000002380000018061000044000002',
  // lghi r2,1; larl r3,marker; lghi r4,10; svc 4; lg r2,0(r15); svc 1
  s390x: 'a7290001c0300000000aa749000a0a04e320f00000040a01',
  // li v0,4004; bal .+8; li a0,1; addiu a1,ra,24; li a2,10; syscall; li v0,4001; lw a0,0(sp); syscall
  mips: '24020fa4041100012404000127e500182406000a0000000c24020fa18fa400000000000c',
  // li v0,4004; bal .+8; li a0,1; addiu a1,ra,24; li a2,10; syscall; li v0,4001; lw a0,0(sp); syscall
  mipsle: 'a40f022401001104010004241800e5270a0006240c000000a10f02240000a48f0c000000',
  // li v0,5001; bal .+8; li a0,1; daddiu a1,ra,24; li a2,10; syscall; li v0,5058; ld a0,0(sp); syscall
  mips64: '24021389041100012404000167e500182406000a0000000c240213c2dfa400000000000c',
  // li v0,5001; bal .+8; li a0,1; daddiu a1,ra,24; li a2,10; syscall; li v0,5058; ld a0,0(sp); syscall
  mips64le: '8913022401001104010004241800e5670a0006240c000000c21302240000a4df0c000000',
  // li v0,6001; bal .+8; li a0,1; addiu a1,ra,24; li a2,10; syscall; li v0,6058; lw a0,0(sp); syscall
  mips64p32: '24021771041100012404000127e500182406000a0000000c240217aa8fa400000000000c',
  // li v0,6001; bal .+8; li a0,1; addiu a1,ra,24; li a2,10; syscall; li v0,6058; lw a0,0(sp); syscall
  mips64p32le: '7117022401001104010004241800e5270a0006240c000000aa1702240000a48f0c000000',
  // li.w a0,1; pcaddi a1,7; li.w a2,10; li.w a7,64; syscall 0; ld.d a0,sp,0; li.w a7,93; syscall 0
  loong64: '04048002e5000018062880020b00810200002b006400c0280b74810200002b00',
  // call .+8; mov 1,%o0; add %o7,36,%o1; mov 10,%o2; mov 4,%g1; ta 0x6d; ldx [%sp+2047+128],%o0; mov 1,%g1;
  // ta 0x6d
  sparc64: '40000002901020019203e0249410200a8210200491d0206dd05ba87f8210200191d0206d',
  // call .+8; mov 1,%o0; add %o7,36,%o1; mov 10,%o2; mov 4,%g1; ta 0x10; ld [%sp+64],%o0; mov 1,%g1; ta 0x10
  sparc: '40000002901020019203e0249410200a8210200491d02010d003a0408210200191d02010',
  // call .+8; mov 1,%o0; add %o7,36,%o1; mov 10,%o2; mov 4,%g1; ta 0x10; ld [%sp+64],%o0; mov 1,%g1; ta 0x10
  sparc32plus: '40000002901020019203e0249410200a8210200491d02010d003a0408210200191d02010',
  // moveq 4,d0; moveq 1,d1; lea marker(pc),a0; move.l a0,d2; moveq 10,d3; trap 0; moveq 1,d0; move.l
  // (sp),d1; trap 0
  m68k: '7004720141fa000e2408760a4e40700122174e40',
  // mova marker,r0; mov 4,r3; mov 1,r4; mov r0,r5; mov 10,r6; trapa 0x13; mov 1,r3; mov.l @r15,r4; trapa
  // 0x11; nop
  sh4: '04c704e301e403650ae613c301e3f26411c30900',
  // mova marker,r0; mov 4,r3; mov 1,r4; mov r0,r5; mov 10,r6; trapa 0x13; mov 1,r3; mov.l @r15,r4; trapa
  // 0x11; nop
  sh4eb: 'c704e304e4016503e60ac313e30164f2c3110009',
  // lda v0,4; lda a0,1; br a1,.+4; lda a1,24(a1); lda a2,10; callsys; lda v0,1; ldq a0,0(sp); callsys
  alpha: '04001f2001001f22000020c2180031220a005f228300000001001f2000001ea683000000',
  // copy r25,r3 (argc); ldi 1,r26; b,l .+8,r25; depi 0,31,2,r25; ldo 28(r25),r25; ldi 10,r24; ble
  // 0x100(sr2,r0); ldi 4,r20; copy r3,r26; ble 0x100(sr2,r0); ldi 1,r20
  hppa: '08190243341a0002eb200000d7201c1e3739003834180014e4008200341400080803025ae400820034140002',
  // r0=1; r1=add(pc,28); r2=10; r6=64; trap0(1); r0=memw(r29+0); r6=93; trap0(1)
  hexagon: '20c0007801ce496a42c1007806c8007804c0005400c09d91a6cb007804c00054',
  // call0 .+4; addi a3,a0,25; movi a6,1; movi a4,10; movi a2,13; syscall; l32i a6,a1,0; movi a2,118; syscall
  xtensa: '0500000032c01962a00142a00a22a00d00500062210022a076005000',
  // call0 .+4; addi a3,a0,25; movi a6,1; movi a4,10; movi a2,13; syscall; l32i a6,a1,0; movi a2,118; syscall
  xtensaeb: '50000000230c19260a01240a0a220a0d000500261200220a76000500',
  // moveq 4,r9; moveq 1,r10; lapcq marker,r11; moveq 10,r12; break 13; moveq 1,r9; move.d [sp],r10; break 13
  cris: '449241a276b94ac23de941926eaa3de9',
  // addik r5,r0,1; mfs r6,rpc; addik r6,r6,32; addik r7,r0,10; addik r12,r0,4; brki r14,8; lwi r5,r1,0;
  // addik r12,r0,1; brki r14,8
  microblaze: '30a0000194c0800030c6002030e0000a31800004b9cc0008e8a1000031800001b9cc0008',
  // addik r5,r0,1; mfs r6,rpc; addik r6,r6,32; addik r7,r0,10; addik r12,r0,4; brki r14,8; lwi r5,r1,0;
  // addik r12,r0,1; brki r14,8
  microblazeel: '0100a0300080c0942000c6300a00e030040080310800ccb90000a1e8010080310800ccb9',
  // movi r4,1; nextpc r5; addi r5,r5,28; movi r6,10; movi r2,64; trap; ldw r4,0(sp); movi r2,93; trap
  nios2: '440000013ae00a000407402984028001041080003a683b00170000d9441780003a683b00',
  // l.addi r3,r0,1; l.jal .+8; l.nop; l.addi r4,r9,28; l.addi r5,r0,10; l.addi r11,r0,64; l.sys 1; l.lwz
  // r3,0(r1); l.addi r11,r0,93; l.sys 1
  or1k: '9c60000104000002150000009c89001c9ca0000a9d60004020000001846100009d60005d20000001',
} as const satisfies Readonly<Record<string, string>>;
