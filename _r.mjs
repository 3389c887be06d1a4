import { parseSync } from 'oxc-parser';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
const require=createRequire('/tmp/lin-try/x.js');
const { check } = require('recheck');
const pats=new Map();
const Real=RegExp;
globalThis.RegExp=new Proxy(Real,{construct(t,a,n){const r=Reflect.construct(t,a,n); add(r.source,r.flags,new Error().stack.split('\n')[2].replace(/.*src\//,'').replace(/\)$/,'')); return r;},apply(t,th,a){return Reflect.apply(t,th,a)}});
function add(s,f,w){const k=`/${s}/${f}`; if(!pats.has(k))pats.set(k,{s,f,w});}
for (const f of readdirSync('src',{recursive:true}).filter(f=>f.endsWith('.ts'))) {
  const text=readFileSync('src/'+f,'utf8');
  const r=parseSync(f,text);
  const walk=n=>{ if(!n||typeof n!=='object')return; if(Array.isArray(n)){n.forEach(walk);return}
    if(n.type==='Literal'&&n.regex) add(n.regex.pattern,n.regex.flags,f+':'+text.slice(0,n.start).split('\n').length);
    for(const k in n) if(k!=='parent') walk(n[k]); };
  walk(r.program);
}
for (const f of readdirSync('src',{recursive:true}).filter(f=>f.endsWith('.ts')&&!/^main\/(action|post|cli|privileged)\.ts/.test(f))) await import(process.cwd()+'/src/'+f);
console.log(pats.size);
const t0=performance.now();
const res=[];const list=[...pats.values()];
let i=0;
await Promise.all([0,1].map(async()=>{while(i<list.length){const p=list[i++];const t=performance.now();const r=await check(p.s,p.f,{timeout:20000});res.push({...p,status:r.status,c:r.complexity?.type+(r.complexity?.degree??'')+' '+(r.complexity?.summary??''),checker:r.checker,ms:Math.round(performance.now()-t),err:r.error,attack:r.attack?.pattern,hot:r.hotspot});}}));
writeFileSync('/tmp/lin-try/res.json',JSON.stringify(res,null,1));
console.log((performance.now()-t0)/1000);
const by={};for(const r of res){const k=r.status+' '+r.c+' '+r.checker+' '+(r.err?.kind??'');by[k]=(by[k]??0)+1}
console.log(by);
process.exit()
