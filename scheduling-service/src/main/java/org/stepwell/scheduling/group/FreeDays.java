package org.stepwell.scheduling.group;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.stepwell.contracts.id.GroupId;
import org.stepwell.contracts.id.ProgramId;
import org.stepwell.platform.database.Sql;
import org.stepwell.scheduling.columns.Columns;

/** How many places each group of a program has from which day on, as far as it is known today who leaves when. */
@Singleton
class FreeDays {

    private static final String FREE = """
            select g.id, g.name, g.track, d.day, places_on(g, d.day) - count(m.id) as free,
                   (select count(*) from group_waiting w
                    where w.clinic_id = g.clinic_id and w.group_id = g.id and w.ended_at is null) as waiting
            from care_group g
            cross join lateral (
                select greatest(g.starts_on, ?::date) as day
                union
                select greatest(l.last_day + 1, g.starts_on) from membership l
                where l.clinic_id = g.clinic_id and l.group_id = g.id and l.status <> 'LEFT' and l.last_day >= ?::date
                union
                select greatest(g.grows_on, g.starts_on) where g.grows_on > ?::date) d
            left join membership m on m.clinic_id = g.clinic_id and m.group_id = g.id and m.status <> 'LEFT'
              and (m.last_day is null or m.last_day >= d.day)
            where g.clinic_id = platform.current_clinic() and g.program_id = ? and g.status = 'RUNNING'
              and (g.ends_on is null or g.ends_on >= d.day) and not (g.closed and g.starts_on < d.day)
            group by g.clinic_id, g.id, d.day
            order by g.track, g.name, g.id, d.day
            """;

    private final Sql sql;

    FreeDays(Sql sql) {
        this.sql = sql;
    }

    /** A day, and how many places are free from then on until the next one that is named. */
    @Schema(name = "FreeFrom")
    record From(
            @Schema(examples = "2026-05-04") LocalDate day,
            @Schema(examples = "3") int free) {}

    /** One group. */
    @Schema(name = "GroupPlaces")
    record OfGroup(
            GroupId group,
            String name,
            String track,

            @Schema(description = "how many wait; a place is theirs first", examples = "0")
            int waiting,

            List<From> from) {}

    /** By track and name. */
    List<OfGroup> of(ProgramId program, LocalDate today) {
        record Row(OfGroup group, From from) {}
        var byGroup = new LinkedHashMap<GroupId, OfGroup>();
        sql.list(
                        FREE,
                        row -> new Row(
                                new OfGroup(
                                        Columns.id(row, "id", GroupId::new),
                                        row.getString("name"),
                                        row.getString("track"),
                                        row.getInt("waiting"),
                                        new ArrayList<>()),
                                new From(Columns.day(row, "day"), row.getInt("free"))),
                        today,
                        today,
                        today,
                        program.value())
                .forEach(row -> byGroup.computeIfAbsent(row.group().group(), _ -> row.group())
                        .from()
                        .add(row.from()));
        return List.copyOf(byGroup.values());
    }
}
