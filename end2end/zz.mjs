import { chromium } from '@playwright/test';
const base='http://127.0.0.1:3999';
const b=await chromium.launch({executablePath:'/usr/bin/chromium',args:['--no-sandbox']});
async function login(ctx,phone){const p=await ctx.newPage();await p.goto(base+'/masuk');await p.fill('#akun',phone);await p.fill('#sandi','rumah-sikum-2026');await p.locator('button.btn--big.btn--wide').first().click();await p.waitForLoadState();return p;}
async function shoot(phone,paths){for(const [w,dark] of [[390,false],[1280,false],[390,true],[1280,true]]){const ctx=await b.newContext({viewport:{width:w,height:900},colorScheme:dark?'dark':'light'});const p=await login(ctx,phone);for(const [name,path] of paths){await p.goto(base+path);await p.waitForTimeout(300);if(name=='awards')await p.evaluate(()=>{const d=document.querySelectorAll('main details');if(d[0])d[0].open=true;});await p.screenshot({path:`/tmp/shots/${name}-${w}${dark?'-d':''}.png`,fullPage:true});}
await ctx.close();}}
const ctx=await b.newContext();const p=await login(ctx,'0811-1000-0003');await p.goto(base+'/dinas/pelatihan?laci=selesai');
let links=await p.$$eval('main a[href^="/dinas/pelatihan/"]',a=>a.map(x=>x.getAttribute('href')+' '+x.textContent));console.log(links.join('\n'));
await p.goto(base+'/dinas/pelatihan');links=await p.$$eval('main a[href^="/dinas/pelatihan"]',a=>a.map(x=>x.getAttribute('href')+' '+x.textContent));console.log(links.join('\n'));
const mode=process.argv[2];
if(mode){const c2=await b.newContext();const q=await login(c2,'0811-1000-0001');await q.goto(base+'/pelatihan/sertifikat');const own=await q.$$eval('main a',a=>a.map(x=>x.getAttribute('href')));console.log(own);
const file=own.find(h=>h.endsWith('/sertifikat'));const ver=own.find(h=>h.startsWith('/verifikasi/'));
const r=await c2.request.get(base+file);const {writeFileSync}=await import('fs');writeFileSync('/tmp/shots/cert.pdf',await r.body());
await shoot('0811-1000-0003',[['awards',mode+'/sertifikat']]);
await shoot('0811-1000-0001',[['own','/pelatihan/sertifikat'],['reg',file.replace('/sertifikat','')],['ver',ver]]);}
await b.close();
