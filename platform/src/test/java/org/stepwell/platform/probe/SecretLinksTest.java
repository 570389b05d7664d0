package org.stepwell.platform.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.account.AccountEvent.AccountChanged;
import org.stepwell.contracts.id.AccountId;
import org.stepwell.contracts.id.ClinicId;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.platform.access.AccountRegister;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.link.SecretLinks;
import org.stepwell.platform.testing.MovedClock;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class SecretLinksTest {

    private static final String KIND = "calendar";

    @Inject
    SecretLinks links;

    @Inject
    AccountRegister accounts;

    @Inject
    Sql sql;

    @Inject
    Clock clock;

    private final SessionId subject = new SessionId(UUID.randomUUID());

    @Test
    void whoeverHoldsTheSecretFindsWhatItOpensAndNothingElse() {
        var secret = at(Person.RIVERSIDE, () -> links.make(KIND, subject, null, null));

        assertThat(secret).matches(SecretLinks.SECRET);
        assertThat(opened(Person.RIVERSIDE, KIND, secret)).isEqualTo(subject.value());
        assertOpensNothing(Person.RIVERSIDE, "letter", secret);
        assertOpensNothing(Person.HARBOR, KIND, secret);
        assertOpensNothing(Person.RIVERSIDE, KIND, secret.substring(1) + "A");
    }

    @Test
    void aNewLinkClosesTheOldOneAndARevokedOneOpensNothing() {
        var first = at(Person.RIVERSIDE, () -> links.make(KIND, subject, null, null));
        var second = at(Person.RIVERSIDE, () -> links.make(KIND, subject, null, null));
        assertOpensNothing(Person.RIVERSIDE, KIND, first);
        assertThat(opened(Person.RIVERSIDE, KIND, second)).isEqualTo(subject.value());

        at(Person.RIVERSIDE, () -> {
            links.revoke(KIND, subject);
            return second;
        });

        assertOpensNothing(Person.RIVERSIDE, KIND, second);
        assertThat(at(Person.RIVERSIDE, () -> links.standing(KIND, subject))).isEmpty();
    }

    @Test
    void aLinkEndsByItself() {
        var end = clock.instant().plus(Duration.ofDays(7));
        var secret = at(Person.RIVERSIDE, () -> links.make(KIND, subject, null, end));
        assertThat(opened(Person.RIVERSIDE, KIND, secret)).isEqualTo(subject.value());

        MovedClock.to(end.plusSeconds(1));

        assertOpensNothing(Person.RIVERSIDE, KIND, secret);
        at(Person.RIVERSIDE, () -> links.make(KIND, new SessionId(UUID.randomUUID()), null, null));
        assertThat(at(Person.RIVERSIDE, this::expired)).as("kept").isEmpty();
    }

    @Test
    void aLinkIsOverWithTheAccountOfWhoeverMadeItForThemselves() {
        var dora = UUID.randomUUID().toString();
        stands(dora, AccountChanged.Standing.ACTIVE, 1);
        var secret = at(Person.RIVERSIDE, () -> links.make(KIND, subject, dora, null));
        assertThat(opened(Person.RIVERSIDE, KIND, secret)).isEqualTo(subject.value());

        stands(dora, AccountChanged.Standing.SUSPENDED, 2);
        assertOpensNothing(Person.RIVERSIDE, KIND, secret);
        stands(dora, AccountChanged.Standing.ACTIVE, 3);
        assertThat(opened(Person.RIVERSIDE, KIND, secret)).isEqualTo(subject.value());
        stands(dora, AccountChanged.Standing.LEFT, 4);
        assertOpensNothing(Person.RIVERSIDE, KIND, secret);
    }

    private void stands(String account, AccountChanged.Standing standing, int version) {
        at(Person.RIVERSIDE, () -> {
            accounts.changed(new AccountChanged(
                    new AccountId(UUID.randomUUID()),
                    account,
                    null,
                    null,
                    null,
                    List.of("clinician"),
                    standing,
                    version,
                    Instant.EPOCH));
            return account;
        });
    }

    private List<Integer> expired() {
        return sql.list("select 1 from platform.secret_link where subject = ?", row -> row.getInt(1), subject.value());
    }

    private UUID opened(ClinicId clinic, String kind, String secret) {
        return at(clinic, () -> links.subjectOf(kind, secret));
    }

    private void assertOpensNothing(ClinicId clinic, String kind, String secret) {
        assertThatThrownBy(() -> opened(clinic, kind, secret)).isInstanceOf(NotFoundException.class);
    }

    private static <T> T at(ClinicId clinic, Supplier<T> work) {
        return ClinicContext.in(
                new ClinicContext.Work(clinic, "service:test", null),
                () -> QuarkusTransaction.requiringNew().call(work::get));
    }
}
