"""The routes: each module is a handler that receives what it may use and gives a blueprint."""
