package org.stepwell.therapy.modality;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.stepwell.contracts.code.Modality;
import org.stepwell.platform.database.Sql;
import org.stepwell.therapy.modality.Treatment.Unit;

/** The treatments of the clinic at work: what it says of them, and where it says nothing, what the house says. */
@Singleton
class Treatments {

    private final TreatmentsOfTheHouse house;
    private final Sql sql;

    Treatments(TreatmentsOfTheHouse house, Sql sql) {
        this.house = house;
        this.sql = sql;
    }

    /**
     * A treatment in this clinic.
     *
     * @param version 0 while it is the house's
     */
    record Here(Modality modality, int version, Treatment treatment) {}

    /** All of them, in their order. */
    List<Here> all() {
        record Line(Modality modality, Unit unit) {}
        var units = sql.list("""
                        select * from curriculum_unit where clinic_id = platform.current_clinic() order by modality, place
                        """, row -> new Line(modality(row), new Unit(row.getString("title"), goals(row)))).stream()
                .collect(groupingBy(Line::modality, mapping(Line::unit, toList())));
        return of(units);
    }

    /** The same without what they teach: which goals each serves, and who may answer for it. */
    List<Here> withoutUnits() {
        return of(Map.of());
    }

    private List<Here> of(Map<Modality, List<Unit>> units) {
        var said = sql
                .list(
                        "select * from clinic_treatment where clinic_id = platform.current_clinic()",
                        row -> new Here(
                                modality(row),
                                row.getInt("version"),
                                new Treatment(
                                        goals(row),
                                        units.getOrDefault(modality(row), List.of()),
                                        texts(row, "credentials"))))
                .stream()
                .collect(toMap(Here::modality, Function.identity()));
        return Arrays.stream(Modality.values())
                .map(modality -> said.getOrDefault(modality, new Here(modality, 0, house.of(modality))))
                .toList();
    }

    /** The version of what the clinic says of a treatment, held until the transaction ends; 0 while it says nothing. */
    int lockedVersion(Modality modality, String by, Instant now) {
        var unsaid = house.of(modality);
        sql.update(
                """
                insert into clinic_treatment (modality, version, serves, credentials, changed_by, changed_at)
                values (?, 0, ?, ?, ?, ?) on conflict do nothing
                """,
                modality.name(),
                names(unsaid.serves()),
                unsaid.credentials().toArray(String[]::new),
                by,
                now);
        return sql.one("""
                        select version from clinic_treatment
                        where clinic_id = platform.current_clinic() and modality = ? for update
                        """, row -> row.getInt("version"), modality.name()).orElseThrow();
    }

    /** The clinic says of a treatment this, and nothing else; its version is held. */
    Here replace(Modality modality, int version, Treatment said, String by, Instant now) {
        sql.update(
                """
                update clinic_treatment set version = ?, serves = ?, credentials = ?, changed_by = ?, changed_at = ?
                where clinic_id = platform.current_clinic() and modality = ?
                """,
                version + 1,
                names(said.serves()),
                said.credentials().toArray(String[]::new),
                by,
                now,
                modality.name());
        sql.update(
                "delete from curriculum_unit where clinic_id = platform.current_clinic() and modality = ?",
                modality.name());
        sql.update(
                """
                insert into curriculum_unit (modality, place, title, serves)
                select ?, u.place, u.title, string_to_array(u.serves, ' ') from unnest(?, ?, ?) as u(place, title, serves)
                """,
                modality.name(),
                IntStream.range(0, said.units().size()).boxed().toArray(Integer[]::new),
                said.units().stream().map(Unit::title).toArray(String[]::new),
                said.units().stream()
                        .map(unit -> String.join(" ", names(unit.serves())))
                        .toArray(String[]::new));
        return new Here(modality, version + 1, said);
    }

    private static Modality modality(ResultSet row) throws SQLException {
        return Modality.valueOf(row.getString("modality"));
    }

    private static Set<TreatmentGoal> goals(ResultSet row) throws SQLException {
        return texts(row, "serves").stream().map(TreatmentGoal::valueOf).collect(toSet());
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    private static String[] names(Collection<TreatmentGoal> goals) {
        return goals.stream().map(TreatmentGoal::name).toArray(String[]::new);
    }
}
