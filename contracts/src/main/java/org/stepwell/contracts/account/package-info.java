/** Who may come in, as every service must know it before it lets anybody in. */
@NullMarked
package org.stepwell.contracts.account;

import org.jspecify.annotations.NullMarked;
