# SPDX-License-Identifier: MIT
# What serve, gate and reply promise of every page: the order of the checks,
# the constant refusal page, the headers.
. "$(dirname "$0")/harness.sh"

as nobody
get /webtest/public
status 200
has '<!DOCTYPE html>'
has "Content-Security-Policy: default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
has 'X-Content-Type-Options: nosniff'
has 'Referrer-Policy: same-origin'
has 'Cache-Control: no-store'
hasnt 'Strict-Transport-Security'
get /webtest/health
status 200
has 'ok'
get /webtest/metrics
status 404
get /webtest
status 401
has 'name="keep_target"'
has 'value="/webtest"'
get /webtest/nothing
status 404
raw POST /webtest/nothing
status 404
raw DELETE /webtest
status 405
has 'Allow: GET, HEAD'
raw POST /webtest
status 405
raw GET /webtest/../etc/passwd
status 400
raw GET '/webtest/%00'
status 400
raw GET '/webtest/%ff'
status 400
raw HEAD /webtest/public
status 200
hasnt '<main'
has 'Content-Length: '

as ada
get /webtest
status 200
has 'Ada Silva'
get '/webtest/query?text=Zürich'
status 200
get '/webtest/query?text=01234567890'
status 400
has '11 characters'
get '/webtest/query?count=x'
status 400
get '/webtest/query?color=red'
status 400
has 'color'
get /webtest/lead
status 403
has 'not part of your role'
get /webtest/csv
status 403
get /webtest/shut
status 403
get /webtest/silent
status 500
has 'now on record'
get /webtest/evil
status 500
hasnt 'Set-Cookie: a'

as mia
get /webtest/shut
status 403
get /webtest/lead
status 200
get /webtest/dossiers/C-2026-10000061/7
status 200
has 'number=<b>C-2026-10000061</b> no=<b>7</b>'
has 'peer=<b>192.0.2.7</b>'
for no in 0 -1 007 1e3 99999999999999999999; do
	get /webtest/dossiers/C-2026-10000061/$no
	status 404
done
get /webtest/dossiers/C-2026-10000061%27/1
status 404

# a GET cannot write, whatever its handler tries
get /webtest/writing
status 500
is 'nothing was written' "$(sql "SELECT count(*) FROM event WHERE kind = 'test.written'")" 0

# a reading that must be remembered is on record before the page leaves
get /webtest/look
status 200
is 'the look is on record' "$(sql "SELECT count(*) FROM event WHERE kind = 'document.sent'")" 1
is 'it touched nothing' "$(sql "SELECT count(*) FROM dossier
    WHERE id = 1 AND touched < $clock")" 1
sql_write 'UPDATE dossier SET seq = seq - 1 WHERE id = 1' >/dev/null
get /webtest/look
status 503
hasnt 'number=<b>'
sql_write 'UPDATE dossier SET seq = seq + 1 WHERE id = 1' >/dev/null

# files: never shown in our origin, whatever they call themselves
sha=$(printf 0123456789 | sha256sum | cut -d' ' -f1)
mkdir -p "$work/documents/$(echo "$sha" | cut -c1-2)/$(echo "$sha" | cut -c3-4)"
printf 0123456789 > "$work/documents/$(echo "$sha" | cut -c1-2)/$(echo "$sha" | cut -c3-4)/$sha"
get "/webtest/files/$sha"
status 200
has '0123456789'
has 'Content-Length: 10'
has "Content-Disposition: attachment; filename*=UTF-8''%E5%A0%B1%E5%91%8A%20%221%22.html"
has "Content-Security-Policy: default-src 'none'; sandbox"
get "/webtest/files/$(printf x | sha256sum | cut -d' ' -f1)"
status 500
has 'Tell your administrator'
get /webtest/csv
status 200
has 'Content-Type: text/csv; charset=utf-8'
has "filename*=UTF-8''list.csv"
has 'a,b'

for way in accel x-sendfile; do
	sed -i "s/^sendfile = .*/sendfile = $way/" "$work/dossier.conf"
	get "/webtest/files/$sha"
	status 200
	hasnt '0123456789'
	case $way in
	accel) has "X-Accel-Redirect: /stored/$(echo "$sha" | cut -c1-2)/" ;;
	*) has "X-Sendfile: $work/documents/$(echo "$sha" | cut -c1-2)/" ;;
	esac
	hasnt 'Content-Length'
done

# a broken page of the site still gives a plain refusal
mkdir -p "$work/site/shared"
echo '<html><p onclick="x">' > "$work/site/shared/refusal.html"
get /webtest/nothing
status 404
has '<h1>Not Found</h1>'
has "Content-Security-Policy: default-src 'self'"
rm "$work/site/shared/refusal.html"

# a store that is not there
sed -i.there "s|^store = .*|&.away|" "$work/dossier.conf"
get /webtest
status 503
has 'cannot reach its data'
hasnt "$work"
get /webtest/health
status 200
mv "$work/dossier.conf.there" "$work/dossier.conf"

# another language is another sentence, the same page
header HTTP_ACCEPT_LANGUAGE=ja
as nobody
get /webtest/public
has 'lang="ja"'
