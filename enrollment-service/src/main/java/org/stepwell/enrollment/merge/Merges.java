package org.stepwell.enrollment.merge;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.http.PageRequest;
import org.stepwell.platform.seal.SealedJson;

/** Which records were merged, by whom and why; only ever added to. */
@Singleton
class Merges {

    private static final String WORDS = "patient-merge";

    private final Sql sql;
    private final SealedJson sealed;

    Merges(Sql sql, SealedJson sealed) {
        this.sql = sql;
        this.sealed = sealed;
    }

    /** One of them. */
    record Merge(PatientId survivor, PatientId duplicate, String words, String by, Instant at) {}

    void add(Merge merge) {
        sql.update(
                """
                insert into patient_merge (survivor_id, duplicate_id, words, merged_by, merged_at)
                values (?, ?, ?, ?, ?)
                """,
                merge.survivor().value(),
                merge.duplicate().value(),
                sealed.seal(WORDS, merge.duplicate().value(), merge.words()),
                merge.by(),
                merge.at());
    }

    /** What was merged into a record, in the order of the ids of the duplicates. */
    List<Merge> page(PatientId survivor, PageRequest page) {
        return sql.list("""
                select * from patient_merge
                where clinic_id = platform.current_clinic() and survivor_id = ? and duplicate_id > ?
                order by duplicate_id limit ?
                """, this::read, survivor.value(), page.after(), page.fetch());
    }

    private Merge read(ResultSet row) throws SQLException {
        var duplicate = row.getObject("duplicate_id", UUID.class);
        return new Merge(
                new PatientId(row.getObject("survivor_id", UUID.class)),
                new PatientId(duplicate),
                sealed.open(WORDS, duplicate, row.getString("words"), String.class),
                row.getString("merged_by"),
                row.getObject("merged_at", OffsetDateTime.class).toInstant());
    }
}
