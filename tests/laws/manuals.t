# SPDX-License-Identifier: MIT
# The manual pages tell what there is, all of it and nothing else.
. "$(dirname "$0")/law.sh"
LC_ALL=C.UTF-8; export LC_ALL
PATH=$PATH:/usr/sbin

pages=$(find modules etc -name '*.[158]')
plain() {	# plain FILE: without the backslashes of roff
	sed 's/\\-/-/g; s/\\f[BIR]//g' "$1"
}

commands() {
	"$top_builddir/dossier" --help |
	    sed -n 's/^  \([a-z]*\( [a-z][a-z]*\)\{0,1\}\) .*/\1/p'
}

options_of() {	# what --help of the words tells
	"$@" --help | sed -n 's/^  --\([a-z-]*\).*/\1/p' | sort -u
}

options_told() {	# the bold options at the head of a paragraph
	plain "$1" | sed -n '/^\.SH OPTIONS/,/^\.SH [^O]/{
		s/^\.B --\([a-z-]*\).*/\1/p
	}' | sort -u
}

# A page tells the options of all its commands, and no other.
compare() {	# compare PAGE OPTIONS
	told=$(options_told "$1")
	for o in $2; do
		printf '%s\n' "$told" | grep -qx -- "$o" ||
		    echo "$1 does not tell --$o"
	done
	for o in $told; do
		printf '%s\n' "$2" | grep -qx -- "$o" ||
		    echo "$1 tells --$o, which there is not"
	done
}

of_commands() {
	commands | sed 's/ .*//' | sort -u | while read -r word; do
		page=modules/tool/man/dossier-$word.1
		[ -f "$page" ] || { echo "$page is missing"; continue; }
		all=$(commands | grep -E "^$word( |\$)" |
		    while read -r command; do
			options_of "$top_builddir/dossier" $command
		    done | sort -u)
		compare "$page" "$all"
		grep -q "^\.BR dossier.*$word (1)" modules/tool/man/dossier.1 ||
		    echo "dossier.1 does not name $word"
	done
}

of_programs() {
	for page in modules/*/*.8; do
		name=${page##*/}
		compare "$page" \
		    "$(options_of "$top_builddir/${name%.8}"
		    echo help; echo version)"
	done
	for program in modules/*/module.am; do
		sed -n 's/^libexec_PROGRAMS += //p' "$program"
	done | while read -r name; do
		ls modules/*/"$name".8 > /dev/null
	done 2>&1
}

keys() {	# of the table in config.c
	awk '/^} keys\[\] =/ { on = 1 } /^};/ { on = 0 }
	    on && /^\t\{ "/ { gsub(/[{",]/, ""); print $1 "." $2 }' \
	    modules/core/base/config.c | sort
	sed -n 's/.*names\[\] = "\(.*\)";/\1/p' modules/core/base/config.c |
	    tr ' ' '\n' | sed 's/^/group./'
	printf 'class.%s\n' $(grep -o 'its keys are: full [a-z_ ]*' \
	    modules/core/base/config.c | sed 's/.*: //')
	printf 'webhook.%s\n' $(grep -o 'its keys are: url [a-z_ ]*' \
	    modules/core/base/config.c | sed 's/.*: //')
}

told_keys() {
	plain etc/dossier.conf.5 | awk '
	    /^\.SH "\[/ { gsub(/[^a-z ]/, ""); section = $1 }
	    /^\.SH [^"]/ { section = "" }
	    section && tp && /^\.B / { print section "." $2 }
	    { tp = /^\.TP/ }'
}

of_keys() {
	{ keys; echo; told_keys; } | awk '
	    /^$/ { told = 1; next }
	    told { seen[$1] = 1; if (!($1 in there))
		print "dossier.conf.5 tells " $1 ", which there is not" }
	    !told { there[$1] = 1; n++ }
	    END { for (k in there) if (!(k in seen))
		print "dossier.conf.5 does not tell " k
		if (n < 20) print "the keys of config.c are not found" }'
}

lint() {
	for page in $pages; do
		if command -v mandoc > /dev/null; then
			mandoc -T lint -W warning "$page"
		elif command -v groff > /dev/null; then
			groff -man -ww -b -Tutf8 -z "$page"
		fi
	done 2>&1
}

installed() {	# every page is in a list of pages to be installed
	for page in $pages; do
		find . -path ./build -prune -o -name '*.am' -print |
		    xargs grep -q "%D%/.*${page##*/}" ||
		    echo "$page is in no .am file"
	done
}

law 'every command has a page that tells its options' of_commands
law 'every program has a page that tells its options' of_programs
law 'dossier.conf(5) tells every key' of_keys
law 'pages are roff without a warning' lint
law 'pages are installed' installed
laws_end
