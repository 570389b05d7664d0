package org.stepwell.therapy.drugscreen;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.platform.database.Sql;

/** The screens of a stay as coded rows, for whoever looks at its course. */
@Singleton
public class Screens {

    private final Sql sql;

    Screens(Sql sql) {
        this.sql = sql;
    }

    /**
     * One analyte of a screen by what counts, or a screen that has no results.
     *
     * @param status such as PRESUMPTIVE, CONFIRMED, REFUSED or MISSED
     * @param analyte null where the screen has no results
     * @param expected by what was taken on prescription, or explained by it in the review
     */
    public record Row(
            UUID screen,
            LocalDate day,
            String status,
            @Nullable String analyte,
            boolean confirmed,
            boolean detected,
            boolean expected) {}

    /** All of a stay, oldest first. */
    public List<Row> of(EpisodeId episode) {
        return sql.list(
                """
                select distinct on (s.id, r.analyte) s.id, s.day, s.status, r.analyte, coalesce(r.kind = 'CONFIRMED', false) as confirmed,
                    coalesce(r.detected, false) as detected,
                    coalesce(r.expected or (r.detected and r.analyte = any (s.explained)), true) as expected
                from drug_screen s
                left join drug_screen_result r on r.clinic_id = s.clinic_id and r.screen_id = s.id
                where s.clinic_id = platform.current_clinic() and s.episode_id = ?
                order by s.id, r.analyte, r.kind = 'CONFIRMED' desc, r.version desc
                """,
                row -> new Row(
                        row.getObject("id", UUID.class),
                        row.getObject("day", LocalDate.class),
                        row.getString("status"),
                        row.getString("analyte"),
                        row.getBoolean("confirmed"),
                        row.getBoolean("detected"),
                        row.getBoolean("expected")),
                episode.value());
    }
}
