package violations;

import java.security.GeneralSecurityException;
import javax.crypto.Cipher;

public class Sealer {

    Cipher cipher() throws GeneralSecurityException {
        return Cipher.getInstance("AES/CBC/PKCS5Padding");
    }
}
