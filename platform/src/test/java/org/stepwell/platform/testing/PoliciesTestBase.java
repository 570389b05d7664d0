package org.stepwell.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.stepwell.platform.access.Relation;
import org.stepwell.platform.access.Role;

/**
 * The policies crossed with everybody over HTTP: each operation of the service is called about real records by each role in
 * each relation to them, at the records' clinic and at another. Then the database alone, beneath all policies. A service says
 * only which records there are.
 */
public abstract class PoliciesTestBase extends FormsTestBase {

    /** The tables of the service, beside the platform's, whose rows belong to no clinic. */
    protected Set<String> tablesOfNoClinic() {
        return Set.of();
    }

    /** By verb and path, what is about two patients and asks for the one alone, with a reason; whatever does not any more must go from here. */
    protected Set<String> reachAnother() {
        return Set.of();
    }

    /**
     * By verb and path, what shows none of the records to somebody who may read it, with a reason; whatever shows some must go from
     * here.
     */
    protected Map<String, String> showNothing() {
        return Map.of();
    }

    @Test
    void whoeverStandsToTheRecordAsThePolicySaysIsLetInAndNobodyElse() throws IOException, SQLException {
        var records = recordsWithTask();
        var people = people(records);
        var outsiders = people.stream().map(Somebody::elsewhere).toList();
        var operations = Operations.running(everybodys());
        var crossed = new Crossed(operations, records, everybodys());
        // Whoever may put something under an id of their making has it at their own clinic from then on: that comes
        // last.
        var putsLast = operations.guarded().stream()
                .sorted(Comparator.<Operation, Boolean>comparing(
                                operation -> operation.verb().equals("PUT"))
                        .thenComparingInt(operation -> -operation.path().length()))
                .toList();
        for (var operation : putsLast) {
            crossed.asksForToken(operation);
            var without = people.stream().filter(somebody -> !somebody.stands(operation.policy()));
            // Whoever is kept out changes nothing for the others, so they ask at the same time.
            Stream.concat(without, outsiders.stream())
                    .parallel()
                    .forEach(somebody -> crossed.isKeptOut(somebody, operation));
        }
        // Only then what changes the records; what takes them away comes last.
        for (var verb : List.of("GET", "PUT", "POST", "DELETE")) {
            for (var operation : operations.guarded()) {
                people.stream()
                        .filter(somebody -> operation.verb().equals(verb) && somebody.stands(operation.policy()))
                        .forEach(somebody -> crossed.isLetIn(somebody, operation));
            }
        }
        assertThat(crossed.found()).isEmpty();
        assertThat(crossed.shown().text())
                .as("fields that nobody has reviewed: see FieldsShown")
                .isEqualTo(crossed.shown().reviewed());
        assertThat(crossed.silent())
                .as("where nobody could see too much")
                .isEqualTo(showNothing().keySet());
        // Each has a row, whoever asked and whatever was answered. What is open to anybody was not asked for here: of
        // that, what is of no clinic has none, nor has a link that somebody made up.
        assertThat(operations.requests().audited())
                .as("rows in the audit")
                .isEqualTo(operations.requests().answered());
    }

    @Test
    void whatIsOpenToAnybodyShowsNothingOfTheRecords() {
        var records = recordsWithTask();
        var operations = Operations.running(everybodys());
        var crossed = new Crossed(operations, records, everybodys());
        for (var operation : operations.open()) {
            crossed.isOpen(null, operation);
            people(records).forEach(somebody -> crossed.isOpen(somebody.token(), operation));
        }
        assertThat(crossed.found()).isEmpty();
    }

    @Test
    void noIdLeadsFromOneRecordToAnother() {
        var others = records();
        var records = records();
        var operations = Operations.running(everybodys());
        var strays = new Strays(operations, records, reachAnother());
        isTreatedByOthers(others.patient());
        for (var somebody : people(records)) {
            for (var operation : operations.guarded()) {
                if (somebody.stands(operation.policy())) {
                    strays.swaps(somebody, operation, others);
                    strays.names(somebody, operation);
                    strays.reaches(somebody, operation, others.patient());
                }
            }
        }
        assertThat(strays.found()).isEmpty();
        assertThat(strays.reaching()).as("known to reach another").isEqualTo(reachAnother());
    }

    /**
     * Who names staff in a form could name themselves, so it is done by those who reach all records of the clinic anyway, or whose
     * own the record is.
     */
    @Test
    void nobodyBringsARecordIntoTheirOwnReachOrOutOfIt() {
        var operations = Operations.running(everybodys());
        assertThat(operations.guarded())
                .filteredOn(operation -> operations.namedInForm(operation).contains("staff"))
                .allSatisfy(operation -> assertThat(Role.values())
                        .allSatisfy(role -> assertThat(operation.policy().relationsOf(role))
                                .as("%s by %s", operation, role)
                                .isSubsetOf(Set.of(Relation.CLINIC, Relation.AUTHOR))));
    }

    @Test
    void theDatabaseAloneKeepsClinicsApart() {
        records();
        var tables = new ClinicTables(sql);

        assertThat(at(Person.RIVERSIDE, tables::ofNoClinic)).containsExactlyInAnyOrderElementsOf(ofNoClinic());
        // The audit has rules of its own, for whoever links it; it is tried below like all others.
        assertThat(at(Person.RIVERSIDE, tables::notGuarded))
                .containsExactly("platform.audit", "platform.audit_patient");
        var full = at(Person.RIVERSIDE, () -> tables.withRowsOf(Person.RIVERSIDE));
        assertThat(full).contains("patient", "platform.audit");
        assertThat(at(Person.HARBOR, () -> tables.withRowsOf(Person.RIVERSIDE))).isEmpty();
        assertThat(at(Person.HARBOR, () -> tables.changed(Person.RIVERSIDE))).isEmpty();
        for (var table : at(Person.HARBOR, tables::writable)) {
            assertThat(at(Person.HARBOR, () -> tables.forgery(table, Person.RIVERSIDE)))
                    .as(table)
                    .contains("violates row-level security policy");
        }
    }

    private Set<String> ofNoClinic() {
        var tables = new HashSet<>(ClinicTables.OF_THE_PLATFORM);
        tables.addAll(tablesOfNoClinic());
        return tables;
    }
}
