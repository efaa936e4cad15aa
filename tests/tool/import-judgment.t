# SPDX-License-Identifier: MIT
# Judgments in Akoma Ntoso: what is taken over says the same as its source.
. "$(dirname "$0")/tool.sh"
command -v python3 > /dev/null || { echo '1..0 # SKIP no python3'; exit 0; }
no_store
use_store "$("$top_builddir/pageworld" "$work/dossier.db")"
C=C-2026-10000061
ns=http://docs.oasis-open.org/legaldocml/ns/akn/3.0

cat > "$work/one.xml" <<END
<akomaNtoso xmlns="$ns"><judgment name="decision"><meta><identification
source="#x"><FRBRWork><FRBRdate date="2026-03-01" name="decision"/>
<FRBRauthor href="#hg"/></FRBRWork></identification><references source="#x">
<TLCOrganization eId="hg" href="" showAs="Commercial Court"/>
<TLCRole eId="claimant" href="" showAs="Claimant"/></references></meta>
<header><p><neutralCitation>[2026] HG 7</neutralCitation></p>
<p><party refersTo="#a" as="#claimant">Nordwind &amp; Co</party></p></header>
<judgmentBody><decision><paragraph><num>1.</num><content><p>The
<i>quokkas</i> win.</p></content></paragraph></decision></judgmentBody>
</judgment></akomaNtoso>
END
dossier import judgment "$work/one.xml" --case "$C" --dry-run
is 'it is read' "$rc $out" "0 [2026] HG 7, Commercial Court, 2026-03-01
nothing was written"
is 'and nothing is written' "$(sql 'SELECT count(*) FROM document')" 0
dossier import judgment "$work/one.xml" --case "$C"
is 'it is taken over' "$rc $out" '0 [2026] HG 7, Commercial Court, 2026-03-01'
dossier import judgment "$work/one.xml" --case "$C"
is 'once' "$rc $out" '0 [2026] HG 7, Commercial Court, 2026-03-01: the case has it already'
is 'the file stays where it was' "$(test -s "$work/one.xml" && echo yes)" yes
is 'as a ruling of its day' "$(sql 'SELECT kind, dated FROM document')" \
    "ruling	2026-03-01"
is 'with its party' "$(sql 'SELECT parties FROM judgment')" \
    'Nordwind & Co (Claimant)'

# what is none, or would harm, is refused and leaves nothing
refused() {	# SENTENCE [LINE]
	dossier import judgment "$work/bad.xml" --case "$C"
	is "$1 is refused" "$rc $(grep -c "bad.xml:${2-[0-9]*}" "$work/err")" \
	    '1 1'
}
for text in '' '<a/>' '<akomaNtoso/>' "<akomaNtoso xmlns='$ns'/>" \
    "<akomaNtoso xmlns='$ns'><act/></akomaNtoso>"; do
	printf %s "$text" > "$work/bad.xml"
	dossier import judgment "$work/bad.xml" --case "$C"
	is "no judgment: $text" "$rc" 1
done
{ echo '<!DOCTYPE a [<!ENTITY b "cccc"><!ENTITY d "&b;&b;&b;&b;">]>'
	sed 's/quokkas/\&d;/' "$work/one.xml"; } > "$work/bad.xml"
refused 'an entity'
{ echo '<!DOCTYPE a SYSTEM "file:///etc/passwd">'; cat "$work/one.xml"; } \
    > "$work/bad.xml"
refused 'a file from elsewhere'
sed 's/2026-03-01/2026-02-30/' "$work/one.xml" > "$work/bad.xml"
refused 'a day that is none'
sed 's/eId="hg"/eId="other"/' "$work/one.xml" > "$work/bad.xml"
refused 'one of no court'
{ sed '/<judgmentBody>/,$d' "$work/one.xml"; echo '<judgmentBody>'
	i=0; while [ $i -lt 400 ]; do printf '<level>'; i=$((i + 1)); done
} > "$work/bad.xml"
refused 'one as deep as a well'
dossier import judgment "$work/one.xml" --case C-2026-99999999
is 'a case that is none is refused' "$rc" 1
is 'nothing of them is kept' "$(sql 'SELECT count(*) FROM document')" 1
is 'and no file lies about' "$(find "$work/documents" -name 'import.*' |
    wc -l | tr -d ' ')" 0

# Every judgment of the samples, read by another reader.
cat > "$work/same.py" <<'END'
import re, subprocess, sys, xml.etree.ElementTree as tree
path, dossier, conf = sys.argv[1:]
NS = '{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}'
root = tree.parse(path).getroot().find(NS + 'judgment')
meta = root.find(NS + 'meta')
refs = {r.get('eId'): r.get('showAs') for r in meta.find(NS + 'references')}
work = next(meta.iter(NS + 'FRBRWork'))
day = next(work.iter(NS + 'FRBRdate'))
def words(e): return ' '.join(re.split('[ \t\r\n]+', ''.join(
    e.itertext()))).strip(' ')
def lines(name):
    out = []
    for e in root.iter(NS + name):
        role = refs.get((e.get('as') or '#')[1:])
        text = words(e) + (' (%s)' % role if role else '')
        if words(e) and text not in out: out.append(text)
    return '\n'.join(out)
def text(e):
    if e.tag == NS + 'meta': return ''
    return (e.text or '') + ''.join(text(c) + (c.tail or '') for c in e)
bare = lambda s: re.sub('[ \t\r\n]+', '', s)
want = [refs[next(work.iter(NS + 'FRBRauthor')).get('href')[1:]],
    words(next(root.iter(NS + 'neutralCitation'))),
    '' if day.get('name') == 'dummy' else day.get('date'), lines('party'),
    lines('judge'), bare(text(root))]
def plain(s):
    return re.sub(r'\\(.)', lambda m: {'t': '\t', 'n': '\n'}.get(m.group(1),
        m.group(1)), s)
out = subprocess.run([dossier, 'sql', '--conf', conf, "SELECT j.court, "
    "j.citation, j.decided, j.parties, j.judges, j.text FROM judgment j JOIN "
    "document f ON f.id = j.document WHERE f.name = '%s'" %
    path.split('/')[-1]], check=True, capture_output=True, text=True).stdout
got = [plain(c) for c in out.rstrip('\n').split('\t')]
got[-1] = bare(got[-1])
for w, g in zip(want, got):
    if w != g:
        i = next((k for k, (a, b) in enumerate(zip(w, g)) if a != b),
            min(len(w), len(g)))
        print('differs at', i, repr(w[max(0, i - 30):i + 60]),
            repr(g[max(0, i - 30):i + 60]))
if len(want) != len(got): print(len(got), 'columns')
END
shared=${DOSSIER_DATA:-/nowhere}/legal/akn-judgments
found=no
for file in "$shared"/*.xml; do
	[ -f "$file" ] || continue
	found=yes
	dossier import judgment "$file" --case "$C"
	is "$(basename "$file") is taken over" "$rc $err" '0 '
	is 'and says the same' "$(python3 "$work/same.py" "$file" \
	    "$top_builddir/dossier" "$work/dossier.conf" 2>&1)" ''
done
[ $found = yes ] || skip 'judgments of the samples' 'DOSSIER_DATA has none'
tool_end
