import pytest, yaml
from tests.user_sets_with_models import *
from tests.integration.test_user_sets_said import as_text
from tests.integration.graphs import opened
from tests.integration.servers import wipe
from loader.load import load
from cypher.saved import read_offered, run
def test_probe(engine, tmp_path):
    out=open('/tmp/n/probe_out.txt','w')
    wipe(engine)
    with opened(engine) as g:
        import os
        for p in SETS:
            if not (MODELS/p.name/'model.yaml').is_file() or p.name[:2] not in os.environ['SETS'].split(): continue
            try: load(g, put_model_beside(p,tmp_path))
            except Exception as e: print('==',p.name,'LOAD', str(e)[:1500],file=out); continue
            name=yaml.safe_load((p/'data_set.yaml').read_text())['name']
            offered=read_offered(g,name)
            for q in yaml.safe_load((SAID/p.name/'answers.yaml').read_text()):
                try: shown=run(g,offered.get(q['query']),q.get('given',{}),name).as_rows()
                except Exception as e: print('==',p.name,q['question'],q['query'],'ERR',repr(e)[:300],file=out); continue
                rows=[dict(zip(shown.columns,map(as_text,r))) for r in shown.rows]
                bad=[e for e in q.get('rows',[]) if not any({k:as_text(v) for k,v in e.items()}.items()<=r.items() for r in rows)]
                never=[e for e in q.get('not',[]) if any({k:as_text(v) for k,v in e.items()}.items()<=r.items() for r in rows)]
                cnt='count' in q and len(rows)!=q['count']
                ok=not bad and not never and not cnt
                print('==',p.name,q['question'],q['query'],'OK' if ok else 'NO',file=out)
                if not ok:
                    print('  missing',bad,'never',never,'count',len(rows),q.get('count'),file=out)
                    for r in rows[:14]: print('     ',{k:v[:70] for k,v in r.items() if v},file=out)
            out.flush()
    wipe(engine)
