package org.stepwell.platform.event;

import jakarta.inject.Singleton;
import org.stepwell.platform.database.Sql;

/** What ops left out for good: kept as it was parked, with who left it out and when, so that nothing is lost. */
@Singleton
class PassedOver {

    private final Sql sql;

    PassedOver(Sql sql) {
        this.sql = sql;
    }

    /** Moves a parked record here, with all copies of its number; answers how many records that were. */
    int add(String listener, Incoming<?> record, String by) {
        return sql.list("""
                        with left_out as (
                            delete from platform.parked
                            where listener = ? and topic = ? and key = ? and sequence is not distinct from ?::bigint
                            returning *
                        ), kept as (
                            insert into platform.passed_over (listener, topic, partition, "offset", key, sequence,
                                headers, body, reason, parked_at, passed_by)
                            select listener, topic, partition, "offset", key, sequence,
                                headers, body, reason, parked_at, ? from left_out
                            on conflict do nothing
                        )
                        select 1 from left_out
                        """, _ -> 1, listener, record.topic(), record.key(), record.sequence(), by)
                .size();
    }
}
