# SPDX-License-Identifier: MIT
# The DMN files of a case type's folder are installed with it.
. "$(dirname "$0")/tool.sh"

kind=$work/types/refund
mkdir -p "$kind"
cp "$top_srcdir"/etc/casetypes/*.rng "$work/types"
cp "$top_srcdir/tests/data/casetypes/refund/"* "$kind"
chmod u+w "$kind"/*		# the sources may be read-only
rows() { sql "SELECT count(*) FROM type_model"; }

dossier type check "$kind"
is 'a type with tables has no fault' "$rc" 0
dossier migrate --schema "$top_srcdir/schema"
dossier type install "$kind"
is 'it is installed' "$out" 'refund, version 1'
is 'with its model' "$(rows)" 1
dossier type install "$kind"
is 'the same bytes make no new version' "$out" 'refund, version 1'
sed -i 's/\[30\.\.60)/[40..60)/; s/&lt; 30</\&lt; 40</' "$kind/refund.dmn"
dossier type install "$kind"
is 'a changed table alone makes the next one' "$out" 'refund, version 2'
is 'the first keeps its own' "$(rows)" 2
is 'of other bytes' "$(sql 'SELECT count(DISTINCT sha256) FROM type_model')" 2
printf '<definitions/>' > "$kind/.draft.dmn"
dossier type install "$kind"
is 'a hidden file is none of them' "$out" 'refund, version 2'

cp "$kind/refund.dmn" "$work/right.dmn"
sed -i '0,/hitPolicy="[A-Z]*"/s//hitPolicy="BEST"/' "$kind/refund.dmn"
dossier type check "$kind"
has 'what cannot be read of a table is a fault' "$err" \
    'There is no hit policy “BEST”'
sed 's/\[40\.\.60)/[40..61)/' "$work/right.dmn" > "$kind/refund.dmn"
dossier type check "$kind"
has 'rules that overlap are one' "$err" 'UNIQUE allows one.'
cp "$work/right.dmn" "$kind/refund.dmn"

mv "$kind/refund.dmn" "$kind/other.dmn"
dossier type check "$kind"
is 'a table that is not there is a fault' "$rc" 1
has 'with file and line' "$err" "$kind/type.xml:"
has 'and its name' "$err" 'There is no file “refund.dmn” in this folder.'
mv "$kind/other.dmn" "$kind/refund.dmn"
printf '\377\376' > "$kind/extra.dmn"
dossier type check "$kind"
has 'bytes that are no text are refused' "$err" 'extra.dmn: the file is not in'
rm "$kind/extra.dmn" "$kind/.draft.dmn"

# faulty SENTENCE FILE SED TEXT: with that change, check says so.
faulty() {
	cp "$kind/$2" "$work/kept"
	sed -i "$3" "$kind/$2"
	dossier type check "$kind"
	has "$1" "$err" "$4"
	cp "$work/kept" "$kind/$2"
}
line() { grep -n "$1" "$kind/$2" | head -n 1 | cut -d: -f1; }
faulty 'an input is a field or a group' refund.dmn 's/paid/price/g' \
    "$kind/refund.dmn:$(line 'name="paid"' refund.dmn): Compensation: The\
 input “price” is no field and no group of the case type."
faulty 'and as it is typed there' refund.dmn \
    's/name="days" typeRef="number"/name="days" typeRef="string"/' \
    'The input “days” is to be a string, and in the case type it is a number.'
faulty 'a decision is one of the file' type.xml \
    's/decision="Compensation"/decision="Nothing"/' \
    '“refund.dmn” has no decision “Nothing”.'
faulty 'its result goes into the field' type.xml \
    's/ field="compensation"/ field="place"/' \
    '“Compensation” gives a number, and the field “place” takes a string.'
faulty 'an expression that is none has its line' refund.dmn \
    's/\[3\.\.14\]/[3..14/' \
    "$kind/refund.dmn:$(line '\[3\.\.14\]' refund.dmn): Compensation"
dossier type check "$kind"
is 'as it was it has no fault' "$rc" 0
tool_end
