package org.stepwell.enrollment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.testing.AtOnce;
import org.stepwell.platform.testing.StepwellTestResource;

/** What the law asks to be kept is deleted by nobody who has no more than the rights of the service. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class KeptForGoodTest {

    private static final String[] RECORDS = {
        "authority",
        "break_glass",
        "claim_told",
        "consent",
        "consent_applied",
        "consent_document",
        "diagnosis",
        "disclosure",
        "document",
        "emergency_disclosure",
        "finding",
        "form_text",
        "letter",
        "measure",
        "partner_agreement",
        "patient_merge",
        "rights_request"
    };

    @Inject
    Sql sql;

    @Test
    void noLegalRecordIsDeletedByTheService() {
        var own = "select c.relname from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'";
        assertThat(tables(own)).contains(RECORDS);

        assertThat(tables(own + " and has_table_privilege(c.oid, 'delete')")).doesNotContain(RECORDS);
    }

    private List<String> tables(String statement) {
        return AtOnce.inTheClinic(() -> sql.list(statement, row -> row.getString(1)));
    }
}
