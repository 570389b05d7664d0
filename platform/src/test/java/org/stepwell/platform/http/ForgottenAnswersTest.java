package org.stepwell.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.testing.StepwellTestResource;

@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class ForgottenAnswersTest {

    @Inject
    ForgottenAnswers answers;

    @Inject
    Sql sql;

    @Test
    void anAnswerIsKeptForADayAndNotLonger() {
        var young = answered(Duration.ofHours(23));
        var old = answered(Duration.ofHours(25));

        answers.forget();

        assertThat(known(young)).isTrue();
        assertThat(known(old)).isFalse();
    }

    private String answered(Duration ago) {
        var key = UUID.randomUUID().toString();
        QuarkusTransaction.requiringNew()
                .run(() -> sql.update("""
                        insert into platform.idempotency (clinic, caller, key, request_hash, status, headers, body, answered_at)
                        values (?, 'intake:test', ?, '', 201, '{}', '', ?)
                        """, UUID.randomUUID(), key, Instant.now().minus(ago)));
        return key;
    }

    private boolean known(String key) {
        return QuarkusTransaction.requiringNew()
                .call(() -> sql.one("select 1 from platform.idempotency where key = ?", row -> row.getInt(1), key))
                .isPresent();
    }
}
