package org.stepwell.platform.account;

import jakarta.inject.Singleton;
import org.stepwell.contracts.account.AccountEvent;
import org.stepwell.contracts.account.AccountEvent.AccountChanged;
import org.stepwell.platform.access.AccountRegister;
import org.stepwell.platform.event.Envelope;
import org.stepwell.platform.event.Listener;

/** What every service hears about accounts; enrollment hears it from itself. */
@Singleton
class AccountListener implements Listener<AccountEvent> {

    private final AccountRegister register;

    AccountListener(AccountRegister register) {
        this.register = register;
    }

    @Override
    public Class<AccountEvent> publisher() {
        return AccountEvent.class;
    }

    @Override
    public void on(AccountEvent event, Envelope envelope) {
        switch (event) {
            case AccountChanged account -> register.changed(account);
        }
    }
}
