package org.stepwell.platform.access;

import io.quarkus.runtime.BlockingOperationControl;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.stepwell.contracts.id.ClinicId;
import org.stepwell.platform.problem.HttpRule;
import org.stepwell.platform.problem.Refusal;

/**
 * What a token is good for at a clinic: its roles, as far as the account has them too, and whom the account names. A token goes on
 * for minutes after somebody has left; the account ends at once.
 */
@Singleton
class Accounts {

    private final AccountRegister register;
    private final boolean required;

    Accounts(AccountRegister register, @ConfigProperty(name = "stepwell.accounts.required") boolean required) {
        this.register = register;
        this.required = required;
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
