# SPDX-License-Identifier: MIT
# Dockets of courts: what is taken over says the same as its source.
. "$(dirname "$0")/tool.sh"
command -v python3 > /dev/null || { echo '1..0 # SKIP no python3'; exit 0; }
no_store
use_store "$("$top_builddir/pageworld" "$work/dossier.db")"
C=C-2026-10000061

cat > "$work/one.json" <<END
{ "court_id": "hg", "docket_number": "HG 1", "case_name": "A v. B",
  "date_filed": "2026-01-05", "date_terminated": null, "cause": "a debt",
  "assigned_to_str": "Sutter", "referred_to_str": "Rey",
  "docket_entries": [ { "date_filed": "2026-01-05", "date_entered":
    "2026-01-06", "document_number": "1", "description": "CLAIM" } ],
  "parties": [ { "name": "A", "type": "Plaintiff" } ] }
END
dossier import docket "$work/one.json" --case "$C" --dry-run
is 'it is read' "$rc $out" "0 hg HG 1: 1 entries, 1 parties
nothing was written"
is 'and nothing is written' "$(sql 'SELECT count(*) FROM proceeding')" 0
dossier import docket "$work/one.json" --case "$C"
is 'it is taken over' "$rc $out" \
    '0 hg HG 1: 1 entries, 1 parties, 1 entries new'
dossier import docket "$work/one.json" --case "$C"
is 'once' "$rc $out" '0 hg HG 1: 1 entries, 1 parties, 0 entries new'
is 'in one proceeding' "$(sql 'SELECT count(*) FROM proceeding')" 1
more='{ "date_filed": "2026-02-01", "description": "Order" }'
sed "s/\"CLAIM\" }/&, $more/; s/d\": null/d\": \"2026-03-01\"/" \
    "$work/one.json" > "$work/two.json"
dossier import docket "$work/two.json" --case "$C"
is 'a newer one brings what came since' "$rc $out" \
    '0 hg HG 1: 2 entries, 1 parties, 1 entries new'
is 'and its end' "$(sql 'SELECT ended, judge FROM proceeding')" \
    "2026-03-01	Sutter; Rey"
sed 's/"CLAIM"/"ANOTHER CLAIM"/' "$work/two.json" > "$work/other.json"
dossier import docket "$work/other.json" --case "$C"
is 'one that says something else is refused' "$rc" 1
dossier import docket "$work/one.json" --case "$C"
is 'so is one that is shorter' "$rc" 1
is 'and nothing changed' "$(sql 'SELECT count(*), max(text)
    FROM docket_entry')" "2	Order"
dossier import docket "$work/one.json" --case C-2026-99999999
is 'a case that is none is refused' "$rc" 1
sed 's/2026-01-06/2026-02-30/' "$work/one.json" > "$work/day.json"
dossier import docket "$work/day.json" --case "$C"
is 'a day that is none, too' "$rc $(grep -c 2026-02-30 "$work/err")" '1 1'
for text in '{' '[]' '{"court_id": "a"}' 'null' '"x"'; do
	printf %s "$text" > "$work/bad.json"
	dossier import docket "$work/bad.json" --case "$C"
	is "no docket: $text" "$rc" 1
done

# Every docket of the samples, field by field.
cat > "$work/same.py" <<'END'
import json, subprocess, sys
path, number, dossier, conf = sys.argv[1:]
d = json.load(open(path))
def rows(sql):
    out = subprocess.run([dossier, 'sql', '--conf', conf, sql], check=True,
        capture_output=True, text=True).stdout
    back = {'\\t': '\t', '\\n': '\n', '\\\\': '\\'}
    def plain(s):
        r, i = '', 0
        while i < len(s):
            if s[i:i + 2] in back: r += back[s[i:i + 2]]; i += 2
            else: r += s[i]; i += 1
        return r
    return [[plain(c) for c in l.split('\t')] for l in out.split('\n')[:-1]]
t = lambda x: '' if x is None else str(x)
own = "(SELECT id FROM proceeding WHERE reference = '%s')" % \
    d['docket_number'].replace("'", "''")
head = rows("SELECT court, judge, filed, ended FROM proceeding WHERE id = "
    + own)
judges = '; '.join(x for x in [t(d.get('assigned_to_str')),
    t(d.get('referred_to_str'))] + [t(x) for x in d.get('panel', [])] if x)
faults = []
if head != [[d['court_id'], judges, t(d['date_filed']),
        t(d['date_terminated'])]]: faults.append(('head', head))
got = rows("SELECT number, filed, entered, text, attached FROM docket_entry"
    " WHERE proceeding = " + own + " ORDER BY place")
want = [[t(x['document_number']), t(x['date_filed']), t(x['date_entered']),
    t(x['description']), str(len(x.get('attachments', [])))]
    for x in d['docket_entries']]
if got != want: faults += [('entry', a, b) for a, b in zip(got, want)
    if a != b] or [('entries', len(got), len(want))]
got = rows("SELECT name, capacity, remark, ended FROM docket_party WHERE"
    " proceeding = " + own + " ORDER BY place")
want = [[t(x['name']), t(x['type']), t(x.get('extra_info')),
    t(x.get('date_terminated'))] for x in d['parties']]
if got != want: faults.append(('parties', got[:3], want[:3]))
got = rows("SELECT party, name, roles, contact FROM docket_counsel WHERE"
    " proceeding = " + own + " ORDER BY party, place")
want = [[str(i + 1), t(a['name']), '\n'.join(a['roles']), t(a['contact'])]
    for i, x in enumerate(d['parties']) for a in x.get('attorneys', [])]
if got != want: faults.append(('counsel', [(a, b) for a, b in
    zip(got, want) if a != b][:2]))
for f in faults[:5]: print(f)
END
shared=${DOSSIER_DATA:-/nowhere}/legal/dockets
found=no
for file in "$shared"/*.json; do
	[ -f "$file" ] || continue
	found=yes
	dossier import docket "$file" --case "$C"
	is "$(basename "$file") is taken over" "$rc $err" '0 '
	is "and says the same" "$(python3 "$work/same.py" "$file" "$C" \
	    "$top_builddir/dossier" "$work/dossier.conf" 2>&1)" ''
done
[ $found = yes ] || skip 'dockets of the samples' 'DOSSIER_DATA has none'
tool_end
