/** Codes that more than one service writes. */
@NullMarked
package org.stepwell.contracts.code;

import org.jspecify.annotations.NullMarked;
