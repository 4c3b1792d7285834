#!/bin/sh
# Builds Docker Compose from its source, which the Go module proxy has: build-compose.sh VERSION TARGET
# Needs go, and some six minutes of processor time.
set -eu
version=$1
target=$2
module=github.com/docker/compose/v2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cd "$work"
# no other version of Go than the one that is here
export CGO_ENABLED=0 GOTOOLCHAIN=local GOFLAGS=
source=$(go mod download -json "$module@$version" | sed -n 's/^\t"Dir": "\(.*\)",*$/\1/p')
cp -R "$source" source
chmod -R u+w source
cd source
go build -trimpath -tags fsnotify -ldflags "-s -w -X $module/internal.Version=$version" -o "$work/docker-compose" ./cmd
"$work/docker-compose" version
mkdir -p "$(dirname "$target")"
mv "$work/docker-compose" "$target"
