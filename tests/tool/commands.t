# SPDX-License-Identifier: MIT
# The command `dossier`: wrong use, configuration, store, case types.
. "$(dirname "$0")/tool.sh"

dossier
is 'without a command it tells them and ends with 2' "$rc" 2
has 'the list names what there is' "$err" 'type install'
dossier frobnicate
is 'one that is not there is wrong use' "$rc" 2
is 'and named in one line' "$err" \
    'dossier: there is no command “frobnicate”; `dossier --help` lists them.'
dossier type --help
is 'the first word of two has a --help' "$rc" 0
is 'of these alone' "$(printf '%s\n' "$out" | grep -c '^  [a-z]')" 2
dossier --version
is '--version ends with 0' "$rc" 0
dossier --help
is '--help ends with 0' "$rc" 0
sed -n 's/^  \([a-z]*\( [a-z][a-z]*\)\{0,1\}\) .*/\1/p' "$work/out" \
    > "$work/commands"
has 'the list has what this test knows' "$(cat "$work/commands")" \
    'import xes'
while read -r command; do
	dossier $command --help
	is "$command --help ends with 0" "$rc" 0
	has "$command --help begins with its use" "$out" \
	    "usage: dossier $command"
done < "$work/commands"
dossier migrate --wrong
is 'an unknown option is wrong use' "$rc" 2
has 'and is named' "$err" 'there is no option --wrong'
dossier type check
is 'a missing operand is wrong use' "$rc" 2
dossier import xes x.xes
has 'a needed option is named' "$err" '--type is needed'
dossier sql a b
is 'too many operands are wrong use' "$rc" 2
dossier migrate --conf
is 'an option without its value is wrong use' "$rc" 2

dossier config check --conf "$work/none.conf"
is 'a missing dossier.conf is refused' "$rc" 1
is 'in one line' "$(printf '%s\n' "$err" | wc -l)" 1
dossier verify --conf "$work/none.conf"
has 'which says what to do' "$err" '`dossier setup` makes one'
dossier verify
is 'without a store a command is refused' "$rc" 1
dossier migrate --dry-run --schema "$top_srcdir/schema"
has 'a dry run tells what is due' "$out" 'due 0001-core.sql'
dossier migrate --schema "$top_srcdir/schema"
is 'migrate makes the store' "$rc" 0
dossier migrate --schema "$top_srcdir/schema"
is 'a second time there is nothing to do' "$out" 'nothing to do'
# What a page may take is no limit for a step over millions of rows.
mkdir "$work/slow"
cp "$top_srcdir"/schema/*.sql "$work/slow"
cat > "$work/slow/$(printf %04d $(($(ls "$work/slow" | wc -l) + 1)))-slow.sql" \
    <<END
CREATE TABLE slow AS WITH RECURSIVE c (n) AS
    (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 12000000)
    SELECT count(*) AS n FROM c;
END
sed "s|^store = .*|store = $work/slow.db|" "$work/dossier.conf" \
    > "$work/slow.conf"
printf '[serve]\nhandler_seconds = 1\n' >> "$work/slow.conf"
dossier migrate --conf "$work/slow.conf" --schema "$work/slow"
is 'a step may take longer than a page' "$rc $err" '0 '
rm -rf "$work"/slow*

for type in complaint permit insurance-claim onboarding \
    legal-matter contract medical-case; do
	dossier type check "$top_srcdir/etc/casetypes/$type"
	is "no two phases of $type share a name" "$(sed -n \
	    '/<phases>/,/<.phases>/s/.*lang="\(..\)">\(.*\)<.*/\1 \2/p' \
	    "$top_srcdir/etc/casetypes/$type/type.xml" | sort | uniq -d)" ''
	is "$type has no fault" "$rc" 0
	dossier type install "$top_srcdir/etc/casetypes/$type"
	is "$type is installed" "$out" "$(sed -n \
	    's/^<type code="\([a-z]*\)".*/\1/p' \
	    "$top_srcdir/etc/casetypes/$type/type.xml"), version 1"
done
dossier type install "$top_srcdir/etc/casetypes/permit"
is 'the same bytes make no new version' "$out" 'permit, version 1'
mkdir -p "$work/types/permit"
cp "$top_srcdir"/etc/casetypes/*.rng "$work/types"
cp "$top_srcdir"/etc/casetypes/[cp]*/*.dmn "$work/types/permit"
sed 's/Listed monument/Monument/' "$top_srcdir/etc/casetypes/permit/type.xml" \
    > "$work/types/permit/type.xml"
dossier type install "$work/types/permit"
is 'other bytes make the next one' "$out" 'permit, version 2'
sed 's/<role code="witness">/<role code="lead">/
    /Beschwerden</d' "$top_srcdir/etc/casetypes/complaint/type.xml" \
    > "$work/types/permit/type.xml"
dossier type check "$work/types/permit"
is 'a type with faults is refused' "$rc" 1
is 'every fault with its file, line and sentence' "$err" \
"$work/types/permit/type.xml:13: <plural> has no label in “de”.
$work/types/permit/type.xml:112: The code “lead” is Dossier's own; take another."
dossier type install "$work/types/permit"
is 'and not installed' "$(sql 'SELECT max(version) FROM type')" 2
sed 's/code="complaint"/code="grievance"/' \
    "$top_srcdir/etc/casetypes/complaint/type.xml" \
    > "$work/types/permit/type.xml"
dossier type install "$work/types/permit"
has 'two types do not share a prefix' "$err" 'has the prefix “C” already'
sed 's/(delivered_on - promised_on)/(delivered_on - today())/' \
    "$top_srcdir/etc/casetypes/complaint/type.xml" \
    > "$work/types/permit/type.xml"
dossier type check "$work/types/permit"
is 'what a computed field cannot use is told with its line' "$err" \
"$work/types/permit/type.xml:$(grep -n 'today()' \
    "$work/types/permit/type.xml" | cut -d: -f1): “delay” uses today(), but a \
computed value is stored when the case changes and would grow stale; use a \
date field of the case."
dossier type check "$work/types/none"
has 'a folder that is not there is named' "$err" 'No such file or directory'

bytes="x'00ff'"
[ -z "${DOSSIER_TEST_STORE-}" ] || bytes="CAST('\\x00ff' AS bytea)"
dossier sql "SELECT 1, 'a;b', NULL, $bytes -- x; y
; SELECT 'tab	and
line'"
is 'sql prints rows between tabs' "$out" "1	a;b		00ff
tab\\tand\\nline"
dossier sql --header 'SELECT code, version FROM type WHERE version = 2'
is 'sql names columns when asked' "$out" 'code	version
permit	2'
dossier sql 'DELETE FROM type'
is 'sql reads only' "$rc" 1
is 'nothing was deleted' "$(sql 'SELECT count(*) FROM type')" 8
dossier sql --write "UPDATE type SET sha256 = 'x'; SELECT nonsense"
is 'a mistake ends all' "$rc" 1
has 'with the sentence of the engine' "$err" nonsense
is 'and leaves nothing written' \
    "$(sql "SELECT count(*) FROM type WHERE sha256 = 'x'")" 0
is 'sql reads from its input' "$(echo 'SELECT 2 + 2' | \
    DOSSIER_CONF=$work/dossier.conf "$top_builddir/dossier" sql)" 4

dossier verify
is 'a fresh log is whole' "$rc" 0
dossier sql --write "UPDATE event SET happened = happened + 1 WHERE seq = 2"
dossier verify
is 'a changed event is found' "$rc" 1
has 'and named' "$err" 'types'
tool_end
