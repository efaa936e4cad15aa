# SPDX-License-Identifier: MIT
# Two documents, or versions of one, compared by their text.
. "$(dirname "$0")/../nobody.sh"
. "$(dirname "$0")/harness.sh"
C=/dossiers/C-2026-10000061
D=/legal/C-2026-10000061
sql_write "UPDATE type SET source = replace(source, '</type>',
    '<views><view code=\"legal\"/></views></type>')" >/dev/null

as mia
get $D/compare
status 200
has 'There are no documents to compare.'

# a contract in three kinds of files; the second version of the text differs
{
	echo 'The parties <agree> as follows.'
	for i in 1 2 3 4 5 6 7 8; do echo "Clause $i stays as it is."; done
	echo 'Notice is given within 30 days to the other party.'
	echo 'This paragraph goes away entirely.'
	echo '甲は乙に金百円を支払う。'
} > "$work/contract.txt"
sed 's/30 days/60 days/; /goes away/d; s/金百円/金千円/' "$work/contract.txt" \
    > "$work/second.txt"
echo 'And this one is new.' >> "$work/second.txt"
python3 - "$work" <<'END'
import html, sys, zipfile
work = sys.argv[1]
lines = open(work + '/second.txt', encoding='utf-8').read().splitlines()
with zipfile.ZipFile(work + '/contract.docx', 'w', zipfile.ZIP_DEFLATED) as z:
    z.writestr('[Content_Types].xml', '<Types/>')
    z.writestr('word/document.xml', '<w:document><w:body>' + ''.join(
        '<w:p><w:pPr><w:b/></w:pPr><w:r><w:t xml:space="preserve">' +
        html.escape(x[:5]) + '</w:t></w:r><w:del><w:delText>gone' +
        '</w:delText></w:del><w:r><w:t>' + html.escape(x[5:]) +
        '</w:t></w:r></w:p>' for x in lines) + '</w:body></w:document>')
with zipfile.ZipFile(work + '/contract.odt', 'w') as z:
    z.writestr('content.xml', '<office:document-content><style>no</style>'
        '<office:body>' + ''.join('<text:p>' + html.escape(x) + '</text:p>'
        for x in lines) + '</office:body></office:document-content>')
with zipfile.ZipFile(work + '/bomb.docx', 'w', zipfile.ZIP_DEFLATED) as z:
    z.writestr('word/document.xml', b'<w:t>' + b'a' * (60 << 20))
END
printf 'PK\003\004 and nothing more' > "$work/broken.docx"
printf '\000\001\002' > "$work/data.bin"
for file in contract.txt contract.docx contract.odt bomb.docx broken.docx \
    data.bin; do
	post $C/documents files=@"$work/$file"
	status 303
done
no() {
	sql "SELECT no FROM document WHERE name = '$1'"
}
text=$(no contract.txt) docx=$(no contract.docx) odt=$(no contract.odt)
bomb=$(no bomb.docx) broken=$(no broken.docx) data=$(no data.bin)
form_page=$C/documents/$text/about \
    post $C/documents/$text/versions file=@"$work/second.txt"
status 303

clock() {
	DOSSIER_NOW=$clock "$top_builddir/dossier-clock" \
	    --conf "$work/dossier.conf" --job texts > /dev/null 2>&1
}
get $D/compare
has 'contract.txt, version 2'
post $D/compare a=$text.1 b=
status 422
post $D/compare a=$text.9 b=$text.1
status 422
has 'no such version'
get "$D/compare?a=$text.1&b=$text.2"
has 'Their text was not read yet.'
post $D/compare a=$text.1 b=$text.2
status 303
follow
has 'Their text is being read.'
clock
get "$D/compare?a=$text.1&b=$text.2"
hasnt 'being read'
has '7 paragraphs as before'
has 'Clause 8 stays as it is.'
hasnt 'Clause 4'
has '<del><span class="unseen"> taken out: </span> 30</del>'
has '<ins><span class="unseen"> added: </span> 60</ins>'
has '<del><span class="unseen"> taken out: </span>百</del>'
has '<ins><span class="unseen"> added: </span>千</ins>'
has '<del><span class="unseen">Taken out: </span>This paragraph goes away entirely.</del>'
has '<ins><span class="unseen">Added: </span>And this one is new.</ins>'
get $C/history
has 'Two documents compared by their text'

# other kinds of files say the same
for other in $docx $odt; do
	post $D/compare a=$text.2 b=$other.1
	clock
	get "$D/compare?a=$text.2&b=$other.1"
	has 'Both have the same text.'
done
for other in $bomb $broken $data; do
	post $D/compare a=$text.2 b=$other.1
done
clock
get "$D/compare?a=$text.2&b=$bomb.1"
has 'bomb.docx cannot be read.'
get "$D/compare?a=$text.2&b=$broken.1"
has 'broken.docx cannot be read.'
get "$D/compare?a=$text.2&b=$data.1"
has 'data.bin has no text that can be compared.'
if [ -x /usr/bin/pdftotext ] && [ -x "$top_builddir/dossier-paper" ]; then
	printf 'out %s\nlang en\ntitle T\ndoc %s\tcontract\t\n' \
	    "$work/made.pdf" "$work/second.txt" |
	    "$top_builddir/dossier-paper" > /dev/null
	post $C/documents files=@"$work/made.pdf"
	pdf=$(no made.pdf)
	post $D/compare a=$text.2 b=$pdf.1
	clock
	get "$D/compare?a=$text.2&b=$pdf.1"
	has 'And this one is new.'
	hasnt 'cannot be read'
fi

# who may not see a document compares nothing with it
sql_write "UPDATE document SET compartment = (SELECT min(id)
    FROM compartment) WHERE no = $docx" >/dev/null
get "$D/compare?a=$text.2&b=$docx.1"
hasnt 'Both have the same text.'
hasnt 'contract.docx'
as zoe
get "$D/compare?a=$text.1&b=$text.2"
has 'And this one is new.'
as tom
get "$D/compare?a=$text.1&b=$text.2"
status 404

# a file that only looks like a text, and a long one that is cut between two
# characters
plain() {
	"$top_builddir/dossier-plain" "$1" 2>/dev/null | head -c 5
}
printf 'a\000b' > "$work/nul.txt"
is 'what has a NUL is no text' "$(plain "$work/nul.txt")" ''
{ printf a; yes ää | tr -d '\n' | head -c 2200000; } > "$work/long.txt"
is 'a long text keeps its letters' "$(plain "$work/long.txt")" 'aää'
