// Tell the server to end a transaction of this user's.
TERMINATE TRANSACTIONS $id YIELD transactionId, message
RETURN transactionId AS id, message
