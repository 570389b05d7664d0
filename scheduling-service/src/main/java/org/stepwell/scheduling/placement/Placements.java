package org.stepwell.scheduling.placement;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.GroupId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.scheduling.SchedulingFact.PlacementAnswered;
import org.stepwell.contracts.scheduling.SchedulingFact.PlacementAnswered.Outcome;
import org.stepwell.platform.database.Sql;
import org.stepwell.scheduling.calendar.Slot;
import org.stepwell.scheduling.columns.Columns;
import org.stepwell.scheduling.enrolled.Episode;

/** The answers given to admissions, each once. */
@Singleton
class Placements {

    private final Sql sql;

    Placements(Sql sql) {
        this.sql = sql;
    }

    Optional<PlacementAnswered> find(EpisodeId episode) {
        return sql.one(
                "select * from placement where clinic_id = platform.current_clinic() and episode_id = ?",
                Placements::read,
                episode.value());
    }

    void keep(PlacementAnswered answer) {
        sql.update(
                """
                insert into placement
                    (episode_id, patient_id, outcome, groups, weekly_minutes, missing_minutes, answered_at)
                values (?, ?, ?, ?, ?, ?, ?)
                """,
                answer.episode().value(),
                answer.patient().value(),
                answer.outcome().name(),
                Columns.uuids(answer.groups()),
                answer.weeklyMinutes(),
                answer.missingMinutes(),
                answer.at());
    }

    /** The running groups of the episode's track that have a place free from a day on. */
    List<WeekPuzzle.Choice> choices(Episode episode, LocalDate from) {
        record Row(GroupId group, int free, LocalDate startsOn, Slot slot) {}
        var rows = sql.list(
                """
                select g.id, g.capacity - g.taken as free, g.starts_on, h.weekday, h.opens_at, h.closes_at
                from care_group g
                join group_slot h on h.clinic_id = g.clinic_id and h.group_id = g.id
                where g.clinic_id = platform.current_clinic() and g.program_id = ? and g.track = ?
                  and g.status = 'RUNNING' and g.taken < g.capacity and (g.ends_on is null or g.ends_on >= ?)
                """,
                row -> new Row(
                        Columns.id(row, "id", GroupId::new),
                        row.getInt("free"),
                        Columns.day(row, "starts_on"),
                        new Slot(
                                DayOfWeek.valueOf(row.getString("weekday")),
                                row.getObject("opens_at", LocalTime.class),
                                row.getObject("closes_at", LocalTime.class))),
                episode.program().value(),
                episode.track(),
                from);
        var byGroup = new LinkedHashMap<GroupId, WeekPuzzle.Choice>();
        rows.forEach(row -> byGroup.computeIfAbsent(
                        row.group(),
                        group -> new WeekPuzzle.Choice(group, row.free(), row.startsOn(), new ArrayList<>()))
                .slots()
                .add(row.slot()));
        return List.copyOf(byGroup.values());
    }

    private static PlacementAnswered read(ResultSet row) throws SQLException {
        Instant at = Columns.instant(row, "answered_at");
        return new PlacementAnswered(
                Columns.id(row, "patient_id", PatientId::new),
                Columns.id(row, "episode_id", EpisodeId::new),
                Outcome.valueOf(row.getString("outcome")),
                Columns.ids(row, "groups", GroupId::new),
                row.getInt("weekly_minutes"),
                row.getInt("missing_minutes"),
                0,
                at);
    }
}
