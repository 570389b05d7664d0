#!/bin/sh
# Records how a packaged service starts, which halves each later start: an AOT cache, good for this JVM and for these very
# files (the JVM compares their times and sizes). The Dockerfile runs it, ./stepwell load does, and so does a test.
#   deploy/record-start.sh FOLDER FILE      FOLDER is the service's quarkus-app, FILE the record
# It needs neither database nor broker: the service sets itself up as at any start, up to where its own threads would begin, and
# ends there by itself. Port 1 is nobody's; nothing that stands here is known to a service that runs.
set -eu

folder=$1
file=$2

export QUARKUS_INIT_AND_EXIT=true
# What looks at tables while it sets itself up does so at a real start.
export QUARKUS_FLYWAY_ACTIVE=false QUARKUS_HIBERNATE_ORM_DATABASE_START_OFFLINE=true QUARKUS_HIBERNATE_ORM_SCHEMA_MANAGEMENT_STRATEGY=none
export STEPWELL_DATABASE_URL=jdbc:postgresql://127.0.0.1:1/nowhere STEPWELL_DATABASE_USER=nobody STEPWELL_DATABASE_PASSWORD=nobody
export STEPWELL_DATABASE_AUDITOR=nobody STEPWELL_DATABASE_AUDITOR_PASSWORD=nobody
export STEPWELL_KAFKA=127.0.0.1:1 STEPWELL_ISSUER=http://127.0.0.1:1/realms/nowhere STEPWELL_SEAL_KEYS=/nowhere

cd "$folder"
rm -f "$file"
# The heap is bounded, because beyond 32 GB pointers have another size, and the record would fit no replica. That the issuer is
# not there is said as a warning with a trace, and meant.
"${JAVA_HOME:+$JAVA_HOME/bin/}java" -XX:AOTCacheOutput="$file" -XX:+UseSerialGC -Xmx256m -jar quarkus-run.jar
if [ ! -s "$file" ]; then
    echo "Nothing was recorded in $file; what is above says why." >&2
    exit 1
fi
