import { readPairs } from './name_pairs.ts'; import { arabicForms, latinForms, nameScore, arabicKeys, latinKeys } from '#lib/server/search/name_match.ts'; import { foldTokens } from '#lib/domain/folding.ts';
const D='/work/shared/data/'; const f=(s:string)=>foldTokens(s).join('');
const vow=new Set([1,5,9,15,21,25]);
for(const [name,file,nq] of [['g','names_google_train.tsv',1431],['w','names_wikidata_train.tsv',2500]] as const){ const R=readPairs(D+file); const pool=[...new Set(R.map(r=>f(r.ar)))]; const idx=new Map<string,number[]>(); const forms=pool.map(arabicForms);
 const id=new Map(pool.map((p,i)=>[p,i])); forms.forEach((x,i)=>{for(const k of arabicKeys(x)) (idx.get(k)??idx.set(k,[]).get(k)!).push(i);});
 const dev=R.filter(r=>r.split==='dev'); const st=Math.max(1,Math.floor(dev.length/nq)); const q=dev.filter((_,i)=>i%st===0).slice(0,nq);
 const pre=q.map(r=>{const L=latinForms(f(r.en)); return {r,L,keys:latinKeys(L,32),g:id.get(f(r.ar))!};});
 // regress length
 let out:any={}; 
 for(const K of [8,12,16,24,32]) for(const beta of [0,.3,.6,1,2]) for(const lm of [0,1]) { let c50=0,c100=0,c200=0,c400=0;
  for(const {r,L,keys,g} of pre){ let v=0; for(const c of r.latin) if(vow.has(c)) v++; const len=lm?(r.latin.length-v)*.85+v*.72:r.latin.length*.82; const m=new Map<number,number>();
   for(const {skeleton,weight} of keys.slice(0,K)) for(const i of idx.get(skeleton)??[]) { const s=Math.log(weight)-beta*Math.abs(forms[i]!.full.length-len); if(!m.has(i)||m.get(i)!<s) m.set(i,s); }
   if(!m.has(g)) continue; const gs=m.get(g)!; let k=0; for(const s of m.values()) if(s>=gs) k++; if(k<=50)c50++; if(k<=100)c100++; if(k<=200)c200++; if(k<=400)c400++; }
  const p=(x:number)=>(x/q.length).toFixed(3); console.log(name,K,beta,lm,p(c50),p(c100),p(c200),p(c400)); } }
