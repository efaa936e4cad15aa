# SPDX-License-Identifier: MIT
# Bundles: chosen documents as one page and one PDF, whose index is true.
. "$(dirname "$0")/../nobody.sh"
. "$(dirname "$0")/harness.sh"
C=/dossiers/C-2026-10000061
D=/legal/C-2026-10000061
sql_write "UPDATE type SET source = replace(source, '</type>',
    '<views><view code=\"legal\"/></views></type>')" >/dev/null

as mia
get $D/bundles
status 200
has 'No bundle yet.'
get $D/bundles/new
has 'There are no documents to put together.'

# what goes in: texts, a PDF, and what cannot
printf 'Antrag des Klägers\n' > "$work/claim.txt"
for i in $(seq 120); do echo "Zeile $i Gutachten"; done > "$work/opinion.txt"
printf '文書の本文です。\n' > "$work/japan.txt"
printf 'PK\003\004\000\000' > "$work/draft.docx"
printf '%%PDF-1.4\nnothing that could be read' > "$work/broken.pdf"
printf 'apart' > "$work/apart.txt"
cat > "$work/ruling.xml" <<'END'
<?xml version="1.0"?><akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">
<judgment><meta><proprietary><p>nothing of this</p></proprietary></meta>
<judgmentBody><num>1.</num><content><p>Die <i>Klage</i> wird abge&#119;iesen &amp; das
Verfahren beendet.</p></content></judgmentBody></judgment></akomaNtoso>
END
cp "$top_srcdir/etc/demo/dossier.png" "$work/photo.png"
for file in claim.txt opinion.txt japan.txt draft.docx broken.pdf apart.txt \
    photo.png ruling.xml; do
	post $C/documents files=@"$work/$file"
done
no() {
	sql "SELECT no FROM document WHERE name = '$1'"
}
claim=$(no claim.txt) opinion=$(no opinion.txt) japan=$(no japan.txt)
draft=$(no draft.docx) broken=$(no broken.pdf) apart=$(no apart.txt)
photo=$(no photo.png) ruling=$(no ruling.xml)
sql_write "UPDATE document SET compartment = (SELECT min(id)
    FROM compartment) WHERE no = $apart" >/dev/null
sql_write "INSERT INTO viewer_compartment (compartment, viewer, until,
    given) SELECT (SELECT min(id) FROM compartment), person, 253402300799, 1
      FROM staff WHERE login = 'mia'" >/dev/null

post $D/bundles/new title= o.$claim=1
status 422
post $D/bundles/new title='Nothing in it'
status 422
has 'Choose at least one document'
has 'value="Nothing in it"'
post $D/bundles/new title='A word' o.$claim=1x
status 422
has 'A place is a number'
is 'nothing was kept' "$(sql 'SELECT count(*) FROM bundle')" 0
post $D/bundles/new title='Anlagen <1> 証拠書類' court='東京地方裁判所' \
    o.$japan=2 t.$japan=甲1 o.$claim=1 t.$claim=K o.$opinion=3 t.$opinion=K \
    o.$draft=4 o.$broken=5 o.$photo=6 o.$ruling=7
status 303
bundle=$(location)
follow
status 200
has 'Anlagen &lt;1&gt; 証拠書類'
has '甲1'
is 'in the order that was chosen' "$(grep -o '[a-z]*\.\(txt\|docx\|pdf\|png\|xml\)</a>' \
    "$reply" | tr '\n' ' ')" 'claim.txt</a> japan.txt</a> opinion.txt</a> draft.docx</a> broken.pdf</a> photo.png</a> ruling.xml</a> '
get $C/history
has 'Bundle asked for: Anlagen &lt;1&gt; 証拠書類, 7 documents'
as zoe
get $bundle
status 200
get $D/bundles/new
status 403
as tom
get $bundle
status 404

if [ ! -x "$top_builddir/dossier-paper" ]; then
	skip 'the PDF' 'built without Pango'
else
	as mia
	get $bundle
	has 'The PDF is being made.'
	DOSSIER_NOW=$clock "$top_builddir/dossier-clock" --conf "$work/dossier.conf" \
	    --job bundles > "$work/clock" 2>&1
	get $bundle
	hasnt 'The PDF is being made.'
	has 'Open the PDF'
	has 'left out: it is broken'
	has 'left out: it has no pages'
	get $C/history
	has 'Bundle made: Anlagen'
	is 'it is a document with a name by the scheme' "$(sql "SELECT name
	    FROM document ORDER BY id DESC LIMIT 1" | sed 's/^[0-9-]* //')" \
	    'C-2026-10000061 Bundle Anlagen <1> 証拠書類 v1.pdf'
	sum=$(sql 'SELECT sha256 FROM document ORDER BY id DESC LIMIT 1')
	pdf=$work/documents/$(echo "$sum" | cut -c1-2)/$(echo "$sum" |
	    cut -c3-4)/$sum
	is 'nothing is left beside it' "$(ls "$work/documents/incoming" |
	    grep -c bundle)" 0
fi
# of a page the words of its document, and its number
page() {
	pdftotext -enc UTF-8 -f "$1" -l "$1" "$pdf" "$work/page.txt"
	grep -c "$2" "$work/page.txt"
}
first() {
	sql "SELECT x.page FROM bundle_part x JOIN document f
	     ON f.id = x.document WHERE f.no = $1"
}
if [ -n "${pdf-}" ] && command -v qpdf pdftotext > /dev/null; then
	is 'qpdf has nothing against it' "$(qpdf --check "$pdf" 2>&1 |
	    grep -ciE 'warning|error:|damaged')" 0
	pages=$(sql 'SELECT pages FROM bundle')
	is 'it has as many pages as it says' "$(qpdf --show-npages "$pdf")" \
	    "$pages"
	is 'the claim is where the index says' \
	    "$(page "$(first $claim)" 'Antrag des Klägers')" 1
	is 'and its number stands there' \
	    "$(page "$(first $claim)" "$(first $claim) / $pages")" 1
	is 'the Japanese one' "$(page "$(first $japan)" '文書の本文です')" 1
	is 'the opinion begins there' \
	    "$(page "$(first $opinion)" '^Zeile 1 Gutachten')" 1
	is 'and fills more than one' "$(page "$(($(first $opinion) + 1))" \
	    'Zeile [0-9]* Gutachten' | grep -c '^[1-9]')" 1
	is 'a page names what is broken' \
	    "$(page "$(first $broken)" 'This PDF is broken')" 1
	is 'and what has no pages' \
	    "$(page "$(first $draft)" '^draft$')" 1
	is 'a judgment in XML says what it says, without its marks' \
	    "$(page "$(first $ruling)" \
	    '^1. Die Klage wird abgewiesen & das Verfahren beendet.$')" 1
	is 'and nothing of what is only about it' \
	    "$(page "$(first $ruling)" 'nothing of this')" 0
	is 'names have no ending in the index' "$(page 2 '^opinion$')" 1
	is 'the window has its title' "$(pdfinfo "$pdf" |
	    grep -c '^Title: *Anlagen <1> 証拠書類')" 1
	is 'the cover has its title in any script' "$(page 1 '証拠書類')" 1
	is 'and the court' "$(page 1 '東京地方裁判所')" 1
	for f in $claim $japan $opinion $draft $broken $photo $ruling; do
		is "the index tells the page of $f" \
		    "$(page 2 "^$(first $f)\$" | grep -c '^[1-9]')" 1
	done
	is 'each document has a bookmark' "$(qpdf --json --json-key=outlines "$pdf" |
	    grep -c '"title": ')" 7

	# what may not be joined any more is not
	whole=$(sql 'SELECT max(no) FROM document')
	qpdf "$pdf" --pages . 1 -- --encrypt user owner 256 -- \
	    "$work/locked.pdf"
	post $C/documents files=@"$work/locked.pdf"
	status 303
	locked=$(no locked.pdf)
	# pictures by their heads: as it is, for printers, cut off, larger than
	# a world, of no size, going round in itself, and held sideways
	sof='\000\021\010\000\050\000\120\003\001\042\000\002\021\001\003\021\001'
	end='\377\332\000\010\001\001\000\000\077\000\000\377\331'
	jpeg() {
		name=$1; shift
		printf "\377\330$*" > "$work/$name.jpg"
		post $C/documents files=@"$work/$name.jpg"
		status 303
	}
	jpeg steps "\377\302$sof$end"
	jpeg cmyk '\377\300\000\024\010\000\050\000\120\004\001\042\000\002\021\001\003\021\001\004\021\001'"$end"
	jpeg cut '\377\340\000\020JFIF'
	jpeg huge '\377\300\000\021\010\377\377\377\377\003\001\042\000\002\021\001\003\021\001'"$end"
	jpeg none '\377\300\000\021\010\000\000\000\000\003\001\042\000\002\021\001\003\021\001'"$end"
	jpeg round '\377\340\000\000\377\340\000\000\377\340\000\000'
	jpeg aside '\377\341\000\042Exif\000\000MM\000\052\000\000\000\010\000\001\001\022\000\003\000\000\000\001\000\006\000\000\000\000\000\000'"\377\300$sof$end"
	post $D/bundles/new title='Anlagen <1> 証拠書類' o.$whole=1 \
	    o.$locked=2 o.$(no steps.jpg)=3 o.$(no aside.jpg)=4 \
	    o.$(no cmyk.jpg)=5 o.$(no cut.jpg)=6 o.$(no huge.jpg)=7 \
	    o.$(no none.jpg)=8 o.$(no round.jpg)=9
	status 303
	bundle=$(location)
	post $D/bundles/new title='One that goes away' o.$claim=1
	gone=$(location)
	post $D/bundles/new title='One that is put apart' o.$opinion=1
	put=$(location)
	sql_write "UPDATE document SET compartment = (SELECT min(id)
	    FROM compartment) WHERE no = $opinion" > /dev/null
	post $C/documents/$claim/withdraw why='Wrong case.'
	DOSSIER_NOW=$clock "$top_builddir/dossier-clock" --conf "$work/dossier.conf" \
	    --job bundles > /dev/null 2>&1
	get $bundle
	has 'left out: it is encrypted'
	is 'pictures that are none are left out, the others not' \
	    "$(grep -o 'left out: it has no pages' "$reply" | wc -l)" 5
	sum=$(sql 'SELECT sha256 FROM document ORDER BY id DESC LIMIT 1')
	pdf=$work/documents/$(echo "$sum" | cut -c1-2)/$(echo "$sum" |
	    cut -c3-4)/$sum
	qpdf --qdf --object-streams=disable "$pdf" "$work/plain.pdf"
	is 'what was held sideways is turned' "$(grep -acE \
	    '^(q )?0 -?[0-9.]+ -?[0-9.]+ 0 [0-9. -]+ cm' "$work/plain.pdf")" 1
	is 'the second of that title' "$(sql "SELECT count(*) FROM document
	    WHERE name LIKE '% v2.pdf'")" 1
	get $gone
	has 'The PDF could not be made. claim.txt: It was withdrawn.'
	as ben
	get $put
	has 'The PDF could not be made.'
	hasnt 'opinion.txt'
	as mia
	sql_write "UPDATE document SET compartment = 0
	    WHERE no = $opinion" > /dev/null
fi

# what is kept apart is offered to nobody, and refused
as mia
get $D/bundles/new
status 200
has 'It is kept apart.'
hasnt "name=\"o.$apart\""
post $D/bundles/new title='Secrets' o.$apart=1
status 422

# the matter tells what is privileged, and what of it may leave, to whom
sql_write "UPDATE compartment SET privilege = 1" >/dev/null
as mia
get $D
has '1 item is held back'
post $C/release/$apart receiver='Dr. <Hahn>' why='She judges it.'
status 303
get $D
has 'released to Dr. &lt;Hahn&gt;'
has "href=\"$C/release/$apart\""
hasnt 'is held back'
as ben
get $D
status 200
hasnt 'Dr. &lt;Hahn&gt;'
