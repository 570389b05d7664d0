package org.stepwell.platform.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.id.ClinicId;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.database.DatabaseTrouble;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

/** The wall between clinics, in the database itself. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class ClinicsApartTest {

    @Inject
    Sql sql;

    @Inject
    DataSource dataSource;

    @Test
    void everyTableWithAClinicIsForcedToKeepClinicsApart() {
        var open = in(Person.RIVERSIDE, () -> sql.list("""
                select c.oid::regclass::text from pg_class c
                join pg_attribute a on a.attrelid = c.oid and a.attname = 'clinic_id'
                where c.relkind in ('r', 'p') and not (c.relrowsecurity and c.relforcerowsecurity)
                """, row -> row.getString(1)));

        assertThat(open).isEmpty();
    }

    @Test
    void theRuntimeRoleOwnsNothingAndCanNotStepOverTheWall() {
        var role = in(Person.RIVERSIDE, () -> sql.one("""
                        select r.rolsuper or r.rolbypassrls or r.rolcreaterole
                               or exists (select from pg_class c where c.relowner = r.oid)
                        from pg_roles r where r.rolname = current_user
                        """, row -> row.getBoolean(1)))
                .orElseThrow();

        assertThat(role).isFalse();
    }

    @Test
    void theRuntimeRoleDoesNotRewriteTheHistoryOfMigrations() {
        var open = in(Person.RIVERSIDE, () -> sql.list("""
                select c.oid::regclass::text from pg_class c
                where c.relname in ('flyway_schema_history', 'platform_history')
                and (has_table_privilege(c.oid, 'insert') or has_table_privilege(c.oid, 'update')
                     or has_table_privilege(c.oid, 'delete') or not has_table_privilege(c.oid, 'select'))
                """, row -> row.getString(1)));

        assertThat(open).isEmpty();
    }

    @Test
    void withoutAClinicEvenALookIsAnError() {
        assertThatThrownBy(
                        () -> QuarkusTransaction.requiringNew().call(() -> sql.list("select * from probe", row -> row)))
                .satisfies(
                        failure -> assertThat(DatabaseTrouble.stateOf(failure)).contains("22P02"));
        assertThatThrownBy(() -> {
                    try (var connection = dataSource.getConnection();
                            var statement = connection.createStatement()) {
                        statement.executeQuery("select * from probe");
                    }
                })
                .isInstanceOf(SQLException.class);
    }

    @Test
    void aRowOfAnotherClinicIsNeitherSeenNorChangedNorForged() {
        var id = made(Person.RIVERSIDE);

        assertThat(names(Person.HARBOR)).doesNotContain(id.toString());
        assertThat(in(Person.HARBOR, () -> sql.update("update probe set name = 'taken' where id = ?", id)))
                .isZero();
        assertThat(in(Person.HARBOR, () -> sql.update("delete from probe where id = ?", id)))
                .isZero();
        assertThatThrownBy(() -> in(
                        Person.HARBOR,
                        () -> sql.update(
                                "insert into probe (clinic_id, id, version, patient_id, name) values (?, ?, 0, ?, 'forged')",
                                Person.RIVERSIDE.value(),
                                UUID.randomUUID(),
                                UUID.randomUUID())))
                .satisfies(
                        failure -> assertThat(DatabaseTrouble.stateOf(failure)).contains("42501"));
        assertThat(names(Person.RIVERSIDE)).contains(id.toString());
    }

    @Test
    void twoClinicsMayGiveTheSameName() {
        var name = "same " + UUID.randomUUID();
        for (var clinic : List.of(Person.RIVERSIDE, Person.HARBOR)) {
            Person.of("intake", clinic)
                    .asks()
                    .body(Map.of(
                            "name",
                            name.substring(0, 40),
                            "patient",
                            UUID.randomUUID().toString(),
                            "size",
                            1))
                    .post("/api/probe/v1/probes")
                    .then()
                    .statusCode(201);
        }
    }

    @Test
    void aTransactionStaysInOneClinic() {
        assertThatThrownBy(() -> in(Person.RIVERSIDE, () -> in(Person.HARBOR, () -> names(Person.HARBOR))))
                .hasMessageContaining("stays in one clinic");
    }

    private UUID made(ClinicId clinic) {
        var id = UUID.randomUUID();
        in(
                clinic,
                () -> sql.update(
                        "insert into probe (id, version, patient_id, name) values (?, 0, ?, ?)",
                        id,
                        UUID.randomUUID(),
                        id.toString()));
        return id;
    }

    private List<String> names(ClinicId clinic) {
        return in(clinic, () -> sql.list("select name from probe", row -> row.getString(1)));
    }

    private static <T> T in(ClinicId clinic, Callable<T> work) {
        return ClinicContext.in(
                new ClinicContext.Work(clinic, "service:test", null),
                () -> QuarkusTransaction.requiringNew().call(work));
    }
}
