# SPDX-License-Identifier: MIT
# Words that may not stand where they stand, and the look of the source.
. "$(dirname "$0")/law.sh"

calls() {	# calls NAMES FILE...: calls of these functions, not in remarks
	names=$1; shift
	[ $# -gt 0 ] || return
	grep -nE "(^|[^A-Za-z0-9_.>\"])($names) ?\(" "$@" /dev/null |
	    grep -vE '^[^:]*:[0-9]+:[[:space:]]*(/?\*|//)'
}

banned() {
	calls 'strcpy|strcat|stpcpy|sprintf|vsprintf|system|popen|strtok|atoi|atol|atoll|atof|gets|mktemp|tmpnam|alloca|rand|srand|setjmp|longjmp|scanf|sscanf|fscanf' \
	    $(c_files modules)
}

freed() {
	calls 'free|realloc|malloc|calloc|strdup|asprintf' \
	    $(c_files modules | grep -vE \
	    '^modules/core/(base|xml|directory)/|/store/db[._]|/text/unicode[.]')
}

sql() {
	c_files modules | grep -v '^modules/core/store/' | xargs grep -nE \
	    '"[[:space:]]*(SELECT|INSERT INTO|UPDATE|DELETE FROM|CREATE TABLE|PRAGMA|BEGIN|WITH|FROM|WHERE|ORDER BY|JOIN) [^"]*"'
}

engine() {
	c_files modules | grep -v '/store/db_sqlite' |
	    xargs grep -nE '\bsqlite3_[a-z]'
	c_files modules | grep -v '/store/db_pgsql' |
	    xargs grep -nE '\bPQ[a-z]+[A-Za-z]* ?\('
}

printed() {
	calls 'v?a?sn?printf|vsnprintf|dprintf' $(c_files modules/core/store |
	    grep -v /db_pgsql)
}

wide() {	# route tables may be wider
	c_files modules tests/unit tests/check.h | LC_ALL=C xargs awk '
		{
			line = $0
			gsub(/[\200-\277]/, "", line)	# a character is one
			n = split(line, piece, "\t")
			width = 0
			for (i = 1; i <= n; i++) {
				width += length(piece[i])
				if (i < n)
					width += 8 - width % 8
			}
		}
		width > 80 && !/^[ \t]+(\{ (GET|POST),|\/\* method path)/ {
			print FILENAME ":" FNR ": " $0
		}'
}

blanks() {
	c_files modules tests/unit tests/check.h |
	    xargs grep -nE "^ {8}|$(printf ' \t')"
	find modules schema templates etc tests -type f \
	    ! -path '*/data/*' ! -path '*/node_modules/*' \
	    \( -name '*.[ch]' -o -name '*.sql' -o -name '*.am' -o -name '*.t' \
	    -o -name '*.sh' -o -name '*.html' -o -name '*.css' \
	    -o -name '*.js' -o -name '*.conf' -o -name '*.xml' \) -print0 |
	    xargs -0 grep -nE '[[:blank:]]+$'
}

# A line a file; what else stands in a list begins the order anew.
unsorted() {
	find modules schema templates etc tests -name '*.am' -print |
	    LC_ALL=C xargs awk '
		FNR == 1 || !/^\t%D%\/[^ ]+( \\)?$/ { last = "" }
		/^\t%D%\/[^ ]+( \\)?$/ {
			if ($1 "" < last)
				print FILENAME ":" FNR ": " $1
			last = /\\$/ ? $1 : ""
		}'
}

# A test that no list names is never run.
forgotten() {
	lists=$(find tests -name '*.am' ! -path '*/node_modules/*')
	find tests -name '*.t' ! -path '*/node_modules/*' | sort |
	    while read -r test; do
		of=
		for list in $lists; do
			case $test in
			"${list%/*}"/*) name=${test#"${list%/*}"/}
				grep -qE "%D%/$name( |\$)" "$list" &&
				    of=$list;;
			esac
		done
		[ -n "$of" ] || echo "$test"
	done
}

# Beside what the page tests see of the log: no statement hands it a person.
logged() {
	c_files modules | xargs awk '
		FNR == 1 { call = "" }
		call != "" { call = call " " $0 }
		call == "" && match($0, /log_(error|warn|info|fatal)\(/) {
			call = substr($0, RSTART)
		}
		call ~ /;/ {
			sub(/;.*/, "", call)
			if (call ~ /[>.](login|name|title|email|phone|given|family|subject|address)([^A-Za-z0-9_]|$)/)
				print FILENAME ": " call
			call = ""
		}'
}

inline() {
	find templates -name '*.html' | xargs -r grep -niE \
	    '<script([^>]*[^/])?>[^<]|<style|[[:space:]]style=|[[:space:]]on[a-z]+=|javascript:'
}

licence() {
	{ c_files modules tests/unit
	find schema -name '*.sql'
	find tests -name '*.t' ! -path '*/node_modules/*'
	find tests -name '*.sh' ! -path '*/node_modules/*'
	ls etc/bootstrap .ci/run configure.ac Makefile.am; } |
	    xargs grep -L 'SPDX-License-Identifier: MIT'
}

law 'no function of C that is known to hurt' banned
law 'memory comes from the arena' freed
law 'SQL is in store' sql
law 'an engine is known to its own file' engine
law 'text never meets SQL by printf' printed
law 'lines end before column 81' wide
law 'tabs indent, and no line ends in blanks' blanks
law 'lists of files are in order' unsorted
law 'each test stands in a list' forgotten
law 'no log line is given a person' logged
law 'templates hold no script and no style' inline
law 'each file names its licence' licence
laws_end
