package org.stepwell.platform.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepwell.platform.testing.AtOnce.inTheClinic;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.consent.ConsentEvent.ConsentsChanged;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.testing.AtOnce;
import org.stepwell.platform.testing.StepwellTestResource;

/** "Disclosed after the revocation" has one meaning only if each waits for the other. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class RevocationRaceTest {

    private final PatientId maya = new PatientId(UUID.randomUUID());

    @Inject
    ConsentRegister register;

    @Inject
    Sql sql;

    @BeforeEach
    void sheConsented() {
        inTheClinic(() -> register.changed(version(1)));
    }

    @Test
    void aRevocationIsInForceOnlyWhenADisclosureUnderWayIsDone() throws Exception {
        var revoked = AtOnce.beforeItCommits(
                sql, () -> register.openings(List.of(maya)), () -> inTheClinic(() -> register.changed(version(2))));

        assertThat(revoked.waited()).isTrue();
        assertThat(revoked.answer())
                .hasValueSatisfying(inForce -> assertThat(inForce).isAfterOrEqualTo(revoked.before()));
    }

    @Test
    void whatIsAskedWhileARevocationIsAppliedIsAnsweredByTheRevocation() throws Exception {
        var asked = AtOnce.beforeItCommits(
                sql,
                () -> register.changed(version(2)),
                () -> inTheClinic(() -> {
                    var _ = register.openings(List.of(maya));
                    return known();
                }));

        assertThat(asked.waited()).isTrue();
        assertThat(asked.answer()).isEqualTo(2);
    }

    @Test
    void whatIsAppliedAlreadyWaitsForNoDisclosure() throws Exception {
        inTheClinic(() -> register.changed(version(2)));

        for (long version : List.of(1L, 2L)) {
            var heard = AtOnce.beforeItCommits(
                    sql,
                    () -> register.openings(List.of(maya)),
                    () -> inTheClinic(() -> register.changed(version(version))));

            assertThat(heard.waited()).isFalse();
            assertThat(heard.answer().isPresent()).isEqualTo(version == 2);
        }
    }

    private long known() {
        return sql.one(
                        "select version from platform.consent_register"
                                + " where clinic_id = platform.current_clinic() and patient_id = ?",
                        row -> row.getLong(1),
                        maya.value())
                .orElseThrow();
    }

    private ConsentsChanged version(long version) {
        return new ConsentsChanged(maya, version, List.of(), Instant.EPOCH);
    }
}
