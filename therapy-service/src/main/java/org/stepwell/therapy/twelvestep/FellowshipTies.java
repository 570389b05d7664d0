package org.stepwell.therapy.twelvestep;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.aftercare.AftercareState.SupportPersonChanged;
import org.stepwell.contracts.aftercare.FellowshipNames;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.access.MergedPatients;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.seal.SealedJson;

/** Whom patients have in a fellowship, as aftercare, which keeps it, last said it. */
@Singleton
public class FellowshipTies {

    private final Sql sql;
    private final SealedJson sealed;
    private final MergedPatients merged;

    FellowshipTies(Sql sql, SealedJson sealed, MergedPatients merged) {
        this.sql = sql;
        this.sealed = sealed;
        this.merged = merged;
    }

    /** A sponsor and a home group, where there are some. */
    record Ties(@Nullable TieView sponsor, @Nullable TieView homeGroup) {

        static final Ties NONE = new Ties(null, null);
    }

    /** Takes what aftercare says of a patient. */
    public void changed(SupportPersonChanged changed) {
        sql.update(
                """
                insert into fellowship_ties (patient_id, sponsor_since, home_group_since, names, said_at) values (?, ?, ?, ?, ?)
                on conflict (clinic_id, patient_id) do update
                set sponsor_since = excluded.sponsor_since, home_group_since = excluded.home_group_since,
                    names = excluded.names, said_at = excluded.said_at
                """,
                changed.patient().value(),
                changed.sponsorSince(),
                changed.homeGroupSince(),
                changed.names(),
                changed.at());
    }

    /** What was said last of any record of theirs. */
    Ties of(PatientId patient) {
        return sql.one("""
                        select * from fellowship_ties
                        where clinic_id = platform.current_clinic() and patient_id = any (?)
                        order by said_at desc limit 1
                        """, this::opened, (Object) merged.recordsOf(patient)).orElse(Ties.NONE);
    }

    private Ties opened(ResultSet row) throws SQLException {
        @Nullable String names = row.getString("names");
        if (names == null) {
            return Ties.NONE;
        }
        var called = sealed.open(
                FellowshipNames.PART, row.getObject("patient_id", UUID.class), names, FellowshipNames.class);
        return new Ties(
                tie(called.sponsor(), row.getObject("sponsor_since", LocalDate.class)),
                tie(called.homeGroup(), row.getObject("home_group_since", LocalDate.class)));
    }

    private static @Nullable TieView tie(@Nullable String name, @Nullable LocalDate since) {
        return Optional.ofNullable(name)
                .flatMap(called -> Optional.ofNullable(since).map(day -> new TieView(called, day)))
                .orElse(null);
    }
}
