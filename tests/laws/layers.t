# SPDX-License-Identifier: MIT
# The arrow points one way: a room includes only the rooms below it, and a
# foreign library is known to one place.
. "$(dirname "$0")/law.sh"

# may FOLDER ROOM...
may() {
	dir=modules/$1; shift
	for room in base model text rules xml directory store domain web; do
		case " $* " in *" $room "*) continue;; esac
		grep -rn "#include [\"<]$room/" "$dir" --include='*.[ch]'
	done
}

# The rooms of a room, from the ground up: each knows those before it.
# stacked ROOM PART...
stacked() {
	room=$1; shift
	while [ $# -gt 0 ]; do
		part=$1; shift
		[ $# -gt 0 ] || break
		grep -rnE "#include \"$room/($(echo "$*" | tr ' ' '|'))/" \
		    "modules/core/$room/$part" --include='*.[ch]'
	done
	find "modules/core/$room" -maxdepth 1 -name '*.[ch]'
}

# only HEADER PLACE...: who includes the header beside the places.
only() {
	header=$1; shift
	c_files modules | grep -vE "^modules/($(echo "$*" | tr ' ' '|'))" |
	    xargs grep -nE "#include <($header)"
}

below='base model text'
law 'base stands alone' may core/base base
law 'model knows base' may core/model base model
law 'text knows model and base' may core/text $below
law 'rules know no store' may core/rules $below rules
law 'xml knows no store' may core/xml $below xml
law 'directory knows no store' may core/directory $below directory
law 'store knows no trade' may core/store $below store
law 'domain knows no web' may core/domain $below rules xml directory store \
    domain
law 'the rooms of the domain stand on one another' stacked domain spine type \
    people dossier course story desk house
law 'the rooms of the rules stand on one another' stacked rules time feel \
    type dmn cmmn
law 'web knows neither store nor directory' may core/web $below xml domain web
for program in modules/*/; do
	name=$(basename "$program")
	case $name in
	core) continue;;
	tool) law "$name knows every room" may "$name" \
	    $below rules xml directory store domain web;;
	clock) law "$name knows no web" may "$name" $below rules xml \
	    directory store domain;;
	*) law "$name knows web, domain, model, text, base" may "$name" \
	    $below domain web;;
	esac
done

law 'libfcgi is in web/serve' only 'fcgi' core/web/serve
law 'SQLite is in store/db_sqlite' only 'sqlite3' core/store/db_sqlite
law 'libpq is in store/db_pgsql' only 'libpq|postgresql' core/store/db_pgsql
law 'libxml2 is in xml' only 'libxml/' core/xml/
law 'libldap is in directory' only 'ldap|lber' core/directory/
law 'ICU and gettext are in text' only 'unicode/|libintl' core/text/
law 'jansson is in base/json.c' only 'jansson' core/base/json.c
law 'inih is in base/config.c' only 'ini\.h' core/base/config.c
law 'decimals are in rules/feel/feel_number.c' only 'bid_' \
    core/rules/feel/feel_number.c
law 'libical is in rules/time/ical' only 'libical' core/rules/time/ical
law 'libsodium is in base/digest.c' only 'sodium' core/base/digest.c
law 'Pango and Cairo are in paper' only 'pango|cairo' paper/paper_
law 'libqpdf is in paper/paper_join.c' only 'qpdf' paper/paper_join.c
laws_end
