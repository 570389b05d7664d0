package org.stepwell.platform.access;

import io.quarkus.runtime.BlockingOperationControl;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.stepwell.contracts.id.ClinicId;
import org.stepwell.platform.problem.HttpRule;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.platform.time.WallClock;

/**
 * What a token is good for at a clinic: its roles, as far as the account has them too, and whom the account names. A token goes on
 * for minutes after somebody has left; the account ends at once.
 */
@Singleton
public class Accounts {

    /** No account ends a role that comes with the token alone: its token is asked for anew, and a leaver gets none. */
    private static final Duration WITHOUT_ACCOUNT_MAX = Duration.ofSeconds(60);

    private final AccountRegister register;
    private final WallClock wall;
    private final boolean required;

    Accounts(
            AccountRegister register,
            WallClock wall,
            @ConfigProperty(name = "stepwell.accounts.required") boolean required) {
        this.register = register;
        this.wall = wall;
        this.required = required;
    }

    /** 401 for a token with a role that no account can take away, once it is a minute old. */
    void mustBeFresh(Set<Role> roles, Instant issued) {
        if (roles.stream().allMatch(Role::byAccount)
                || issued.plus(WITHOUT_ACCOUNT_MAX).isAfter(wall.instant())) {
            return;
        }
        var names = roles.stream()
                .filter(role -> !role.byAccount())
                .map(Role::claim)
                .toList();
        throw new Refusal(
                HttpRule.NOT_AUTHENTICATED,
                "A token with the role %s is good for a minute: get a new one.".formatted(String.join(", ", names)));
    }

    /** Whether an account of this clinic lets its holder do anything still, asked of the database in the caller's transaction. */
    public boolean stands(String subject) {
        return register.inForce(subject)
                .map(member -> member.known() && member.active())
                .orElse(!required);
    }

    /** The account of a token's subject; the database is asked on a thread that may wait. */
    Uni<Optional<Member>> of(ClinicId clinic, String subject) {
        var asked = Uni.createFrom().item(() -> register.find(clinic, subject));
        return register.remembers(clinic, subject) || BlockingOperationControl.isBlockingAllowed()
                ? asked
                : asked.runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    /** Who asks, after the account had its say; 403 where it lets them do nothing. */
    Caller.Identity admit(Caller.Identity token, Optional<Member> account) {
        if (account.isEmpty()) {
            return required ? token.with(withoutAccount(token.roles())) : token;
        }
        var member = account.get();
        if (!member.known()) {
            throw new Refusal(
                    HttpRule.ACCOUNT_NOT_ACTIVE,
                    "The last change of your account has not arrived here. Call the clinic; ops finds it among the parked events.");
        }
        if (!member.active()) {
            throw new Refusal(HttpRule.ACCOUNT_NOT_ACTIVE, "Your account is suspended or has ended. Ask the clinic.");
        }
        var roles = EnumSet.noneOf(Role.class);
        token.roles().stream()
                .filter(role -> !role.byAccount() || member.roles().contains(role.claim()))
                .forEach(roles::add);
        return new Caller.Identity(
                token.subject(), roles, token.clinic(), member.staff(), member.patient(), member.partner());
    }

    private static Set<Role> withoutAccount(Set<Role> roles) {
        var left = EnumSet.noneOf(Role.class);
        roles.stream().filter(role -> !role.byAccount()).forEach(left::add);
        if (left.isEmpty() && !roles.isEmpty()) {
            throw new Refusal(
                    HttpRule.ACCOUNT_NOT_ACTIVE, "You have no account at this clinic. Ask it for an invitation.");
        }
        return left;
    }
}
