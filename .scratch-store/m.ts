import Database from 'better-sqlite3';
import { Kysely, SqliteDialect, ValueNode, CompiledQuery, type Driver } from 'kysely';
import { SqliteAdapter, SqliteQueryCompiler, SqliteIntrospector } from 'kysely';
import { rmSync } from 'node:fs';
rmSync('m.db',{force:true});
const raw = new Database('m.db'); raw.pragma('journal_mode=wal'); raw.pragma('synchronous=full');
raw.exec('create table t(id text primary key, a text, b integer) strict');
const cache = new Map<string, any>();
class Conn { executeQuery(q: any) { let s = cache.get(q.sql); if(!s){s=raw.prepare(q.sql); cache.set(q.sql,s);} if (s.reader) return Promise.resolve({rows: s.all(q.parameters)}); const r=s.run(q.parameters); return Promise.resolve({rows:[], numAffectedRows: BigInt(r.changes)}); } streamQuery(): any {throw 1} }
class D { c=new Conn(); async init(){} async acquireConnection(){return this.c as any} async beginTransaction(){} async commitTransaction(){} async rollbackTransaction(){} async releaseConnection(){} async destroy(){} }
const db = new Kysely<any>({ dialect: { createDriver: () => new D() as any, createAdapter: () => new SqliteAdapter(), createQueryCompiler: () => new SqliteQueryCompiler(), createIntrospector: (d) => new SqliteIntrospector(d) } });
class P { n; constructor(n:string){this.n=n} get expressionType(){return undefined} toOperationNode(){return ValueNode.create(this)} }
const q = db.insertInto('t').values({id:new P('id'), a:new P('a'), b:new P('b')} as any).compile();
console.log(q.sql, q.parameters);
const N=20000;
let i=0;
const bind=(v:any)=>({...q, parameters: q.parameters.map((p:any)=>v[p.n])});
async function t(name:string, f:()=>any){ raw.exec('begin'); for(let k=0;k<2000;k++) await f(); const c=process.cpuUsage(); for(let k=0;k<N;k++) await f(); const d=process.cpuUsage(c); raw.exec('rollback'); console.log(name, ((d.user+d.system)/N).toFixed(2),'us'); }
const st = raw.prepare('select a from t where id=?');
const qs = db.selectFrom('t').select('a').where('id','=',new P('id') as any).compile();
const bs=(v:any)=>({...qs, parameters: qs.parameters.map((p:any)=>v[p.n])});
await db.connection().execute(async (c) => {
await t('raw select', ()=>st.all(['x']));
await t('direct conn', ()=>new Conn().executeQuery(bs({id:'x'})));
await t('kysely bound executeQuery', ()=>c.executeQuery(bs({id:'x'}) as any));
await t('kysely build+exec', ()=>c.selectFrom('t').select('a').where('id','=','x').execute());
await t('insert raw conn', ()=>new Conn().executeQuery(bind({id:'x'+i++, a:'a', b:1})));
await t('insert kysely build', ()=>c.insertInto('t').values({id:'x'+i++, a:'a', b:1}).execute());
});
// fsync
const ins=raw.prepare('insert into t values (?,?,?)');
{const s=performance.now(); const c=process.cpuUsage(); for(let k=0;k<1000;k++) ins.run('y'+k,'a'.repeat(200),1); const d=process.cpuUsage(c); console.log('durable insert us', (performance.now()-s), 'cpu', (d.user+d.system)/1000);}
