package org.stepwell.enrollment.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepwell.contracts.id.AccountId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.access.Role;
import org.stepwell.platform.problem.Refusal;

/** Every verb in every standing: it leads somewhere, or is refused and changes nothing. */
class AccountTest {

    private static final Instant NOW = Instant.parse("2026-03-02T14:00:00Z");
    private static final Invitation.Guest IVY =
            new Invitation.Guest(new StaffId(UUID.randomUUID()), null, Set.of(Role.INTAKE));

    private static final Map<String, Consumer<Account>> VERBS = Map.of(
            "join", account -> account.join(IVY, NOW),
            "change", account -> account.changeRoles(Set.of(Role.SUPERVISOR), NOW),
            "suspend", account -> account.suspend(NOW),
            "reinstate", account -> account.reinstate(NOW),
            "leave", account -> account.leave(NOW));

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            join      | -         | -         | -         | PREPARING
            change    | PREPARING | PREPARING | -         | -
            suspend   | SUSPENDED | SUSPENDED | -         | -
            reinstate | -         | -         | PREPARING | -
            leave     | LEFT      | LEFT      | LEFT      | -
            """)
    void theLifecycle(String verb, String preparing, String active, String suspended, String left) {
        leads(verb, AccountStatus.PREPARING, preparing);
        leads(verb, AccountStatus.ACTIVE, active);
        leads(verb, AccountStatus.SUSPENDED, suspended);
        leads(verb, AccountStatus.LEFT, left);
    }

    private static void leads(String verb, AccountStatus from, String to) {
        var account = account(from);
        var done = VERBS.getOrDefault(verb, _ -> {
            throw new IllegalArgumentException(verb);
        });

        var refused = catchThrowableOfType(Refusal.class, () -> done.accept(account));

        if (to.equals("-")) {
            assertThat(refused)
                    .as("%s while %s", verb, from)
                    .extracting(Refusal::rule)
                    .isIn(AccountRule.ACCOUNT_GOES_FORWARD, AccountRule.ACCOUNT_EXISTS);
            assertThat(account.status()).isEqualTo(from);
        } else {
            assertThat(refused).as("%s while %s", verb, from).isNull();
            assertThat(account.status()).isEqualTo(AccountStatus.valueOf(to));
        }
    }

    private static Account account(AccountStatus status) {
        var account = new Account(new AccountId(UUID.randomUUID()), "subject", NOW);
        if (status == AccountStatus.LEFT) {
            return account;
        }
        account.join(IVY, NOW);
        if (status == AccountStatus.ACTIVE) {
            account.prepared();
        } else if (status == AccountStatus.SUSPENDED) {
            account.suspend(NOW);
        }
        return account;
    }
}
